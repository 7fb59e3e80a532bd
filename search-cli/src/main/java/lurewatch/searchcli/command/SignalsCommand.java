package lurewatch.searchcli.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.console.WrappedText;
import lurewatch.indexer.rules.Phrase;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.rules.SignalRule;
import lurewatch.indexer.text.Nearest;
import lurewatch.searchcli.render.Style;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `signals`: what each signal means and where it comes from.
@Command(
        name = "signals",
        header = "What each signal means and where it comes from.",
        footer = {
            "",
            "Examples:",
            "  lurewatch signals",
            "  lurewatch signals passport_retention",
            "  lurewatch signals --format jsonl | jq -r .id",
            "",
            "Exit: 0 printed, 1 no such signal, 3 the rules cannot be used",
        })
final class SignalsCommand implements Callable<ExitCode> {
    private static final int NAME_COLUMNS = 26;

    private final Session session;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "One signal, in full.")
    private @Nullable String id;

    @Mixin private ReportFormat format = new ReportFormat();
    @Mixin private Folders folders = new Folders();
    @Mixin private DisplayOptions display = new DisplayOptions();

    SignalsCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        Rules rules = Rules.read(folders.config(session).resolve("signals"));
        List<SignalRule> chosen =
                rules.signals().values().stream()
                        .filter(signal -> id == null || signal.id().equals(id))
                        .sorted(
                                Comparator.comparing(SignalRule::role)
                                        .thenComparing(SignalRule::group)
                                        .thenComparing(SignalRule::id))
                        .toList();
        if (chosen.isEmpty()) {
            session.tell(
                    TerminalText.line(
                            "there is no signal '"
                                    + id
                                    + "'; "
                                    + like(String.valueOf(id), rules.signals().keySet())));
            return ExitCode.NOTHING_FOUND;
        }
        switch (format.chosen()) {
            case TABLE, PLAIN -> print(rules, chosen);
            case JSONL -> chosen.forEach(signal -> session.out().println(json(rules, signal)));
        }
        return ExitCode.FOUND;
    }

    private static String like(String typed, Collection<String> ids) {
        List<String> holding = ids.stream().filter(id -> id.contains(typed)).sorted().toList();
        List<String> like = holding.isEmpty() ? Nearest.to(typed, ids).stream().toList() : holding;
        return like.isEmpty() || typed.isEmpty()
                ? "'lurewatch signals' lists them"
                : "did you mean " + String.join(" or ", like) + "?";
    }

    private void print(Rules rules, List<SignalRule> signals) {
        Style style = display.style(session);
        if (id != null) {
            signals.forEach(signal -> full(rules, signal, style));
            return;
        }
        Map<String, List<SignalRule>> groups =
                signals.stream()
                        .collect(
                                Collectors.groupingBy(
                                        SignalRule::group,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        groups.forEach((group, members) -> {
            line(style.strong(TerminalText.line(group)));
            members.forEach(signal -> line(brief(signal)));
        });
        line(String.format(Locale.ROOT, "%d signals, rules %s", signals.size(), rules.version()));
    }

    private String brief(SignalRule signal) {
        String lead =
                String.format(
                        Locale.ROOT,
                        "  %s %s  ",
                        TerminalText.fitted(TerminalText.line(signal.id()), NAME_COLUMNS),
                        weight(signal));
        return lead
                + TerminalText.cut(
                        TerminalText.line(signal.definition()),
                        Math.max(20, DisplayOptions.columns(session) - TerminalText.width(lead)));
    }

    private void full(Rules rules, SignalRule signal, Style style) {
        line(style.strong(TerminalText.line(signal.id())));
        field("group", signal.group());
        field("role", signal.role().label());
        field("strength", signal.strength().name().toLowerCase(Locale.ROOT));
        field("weight", weight(signal).strip());
        field("meaning", signal.definition());
        field("source", signal.source());
        field("innocent", signal.innocent());
        field("phrases", phrases(rules, signal));
        signal.raisedBy().forEach(sentence -> field("raised by", sentence));
        signal.notBy().forEach(sentence -> field("not by", sentence));
        if (!signal.readsText()) {
            field("seen in", "other postings that are known, not in the text alone");
        }
    }

    /// `31: 12 ko, 9 zh-Hans, …`, the most first.
    private static String phrases(Rules rules, SignalRule signal) {
        Map<String, Long> counts = phrasesByLanguage(rules, signal);
        String each =
                counts.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Long>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return all + (each.isEmpty() ? "" : ": " + each);
    }

    private static Map<String, Long> phrasesByLanguage(Rules rules, SignalRule signal) {
        return rules.phrases().stream()
                .filter(phrase -> phrase.signal().equals(signal.id()))
                .collect(
                        Collectors.groupingBy(
                                Phrase::language, TreeMap::new, Collectors.counting()));
    }

    private void field(String name, String value) {
        line(
                WrappedText.behind(
                        "  " + TerminalText.fitted(name, 10),
                        TerminalText.line(value),
                        DisplayOptions.columns(session)));
    }

    private static String weight(SignalRule signal) {
        return String.format(Locale.ROOT, "%+.2f", signal.weight());
    }

    private void line(String text) {
        session.out().println(text);
    }

    private static String json(Rules rules, SignalRule signal) {
        return JsonLine.versioned()
                .put("id", signal.id())
                .put("group", signal.group())
                .put("role", signal.role().label())
                .put("strength", signal.strength().name().toLowerCase(Locale.ROOT))
                .put("weight", signal.weight())
                .put("definition", signal.definition())
                .put("source", signal.source())
                .put("innocent", signal.innocent())
                .putStrings("raised_by", signal.raisedBy())
                .putStrings("not_by", signal.notBy())
                .putLiteral(
                        "phrases",
                        JsonLine.object(
                                line -> phrasesByLanguage(rules, signal).forEach(line::put)))
                .toString();
    }
}
