package org.beffroi.papers.domain;

import org.beffroi.papers.Paper;
import org.beffroi.papers.Papers;
import org.springframework.stereotype.Service;

@Service
class Clerk implements Papers {
    private final Press press = new Press();

    @Override
    public byte[] pdf(Paper paper) {
        return press.print(Markup.of(paper));
    }

    @Override
    public String markdown(Paper paper) {
        return MarkdownText.of(paper);
    }
}
