package org.beffroi.incident.cacao;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.beffroi.access.Viewer;
import org.beffroi.incident.domain.Playbooks;
import org.beffroi.shared.Command;
import org.beffroi.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** {@code import playbook FILE}: CACAO 2.0, or Markdown with its French beside it in {@code FILE.fr.md}. Can be run again. */
@Component
class PlaybookImport implements Command {
    private static final int WRONG_ARGUMENTS = 2;

    private final Playbooks playbooks;
    private final MessageSource texts;

    PlaybookImport(Playbooks playbooks, MessageSource texts) {
        this.playbooks = playbooks;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "import playbook";
    }

    @Override
    public String help() {
        return "FILE   takes in a playbook: Markdown (.md, French beside it in .fr.md) or CACAO 2.0 (.json); can be run again";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.size() != 1) {
            out.println("Which file? Usage: import playbook FILE");
            return WRONG_ARGUMENTS;
        }
        var path = Path.of(arguments.getFirst());
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            out.printf(Locale.ROOT, "%s is not there, or cannot be read. Nothing was done.%n", path);
            return 1;
        }
        try {
            var text = Files.readString(path, StandardCharsets.UTF_8);
            var beside = Path.of(path.toString().replaceFirst("\\.md$", ".fr.md"));
            var french = !beside.equals(path) && Files.isReadable(beside) ? Files.readString(beside) : null;
            var taken = playbooks.hand(
                    text.stripLeading().startsWith("{") ? CacaoPlaybook.markdown(text) : text,
                    french,
                    Viewer.system("Beffroi"));
            out.printf(
                    Locale.ROOT,
                    "%s: «%s», %d tasks.%n",
                    taken.key(),
                    taken.title().english(),
                    taken.steps().size());
            return 0;
        } catch (Refusal refused) {
            out.println(texts.getMessage(refused.key(), refused.arguments().toArray(), Locale.ENGLISH));
            return 1;
        }
    }
}
