package org.beffroi.papers;

/** Writes a paper down. */
public interface Papers {
    /** PDF/UA-1 and PDF/A-2a, A4. */
    byte[] pdf(Paper paper);

    /** CommonMark with tables, UTF-8. */
    String markdown(Paper paper);
}
