package lurewatch.searchcli.render;

import java.util.List;
import java.util.stream.Collectors;
import lurewatch.indexer.console.Defang;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.leads.Lookup.Answer;
import lurewatch.searchcli.leads.Lookup.Kind;

/// Answers to pasted lines, one line each; on a terminal more where it is too narrow.
public final class AnswerText {
    /// Of tables for programs.
    public static final List<String> COLUMNS =
            List.of(
                    "line",
                    "known",
                    "kind",
                    "written",
                    "postings",
                    "sites",
                    "first",
                    "last",
                    "ids");

    private static final int MOST_IDS = 5;
    private static final int TEXT_COLUMNS = 60;

    private static final String BELOW = "\n        ";

    private final LinkForm links;
    private final int columns;

    /// @param columns a line that is wider goes on below; a pipe has no end
    public AnswerText(LinkForm links, int columns) {
        this.links = links;
        this.columns = columns;
    }

    /// `known contact @name 2 postings on 2 sites (…), seen … p… p…`
    public String of(Answer answer) {
        if (!answer.isKnown()) {
            String why =
                    answer.kind() == Kind.NOTHING ? "  no contact, URL or id, and too short" : "";
            return "unknown " + answer.kind().label() + " " + written(answer) + why;
        }
        String ids =
                answer.ids().stream()
                        .limit(MOST_IDS)
                        .map(TerminalText::line)
                        .collect(Collectors.joining(" "));
        List<String> parts =
                List.of(
                        "known   " + answer.kind().label() + " " + written(answer),
                        LeadText.uses(answer.uses()),
                        ids + (answer.uses().postings() > MOST_IDS ? " …" : ""));
        String line = String.join("  ", parts);
        return TerminalText.width(line) <= columns
                ? line
                : parts.stream()
                        .map(part -> TerminalText.cut(part, columns - BELOW.length() + 1))
                        .collect(Collectors.joining(BELOW));
    }

    private String written(Answer answer) {
        String written = TerminalText.line(answer.written());
        return switch (answer.kind()) {
            case TEXT, NOTHING -> TerminalText.cut(written, TEXT_COLUMNS);
            case ID -> written;
            case URL -> links.url(written);
            case CONTACT -> links == LinkForm.RAW ? written : defanged(written);
        };
    }

    private static String defanged(String contact) {
        if (contact.indexOf('@') > 0) {
            return Defang.mail(contact);
        }
        return contact.contains("/") ? Defang.url(contact) : contact;
    }

    /// As one line of JSON.
    ///
    /// @param line the number of the line it stands in, from 1
    public static String json(long line, Answer answer) {
        return LeadJson.members(
                        JsonLine.versioned()
                                .put("line", line)
                                .put("known", answer.isKnown())
                                .put("kind", answer.kind().label())
                                .put("written", answer.written()),
                        answer.uses())
                .putStrings("ids", answer.ids())
                .toString();
    }
}
