package lurewatch.searchcli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.index.IndexUnusableException;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.QueryLanguage;
import lurewatch.indexer.search.ValueCounts.ValueCount;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What may come next: commands, their options and the options' values, and in queries fields and
/// the values that postings have, with how many have them.
///
/// Strangers wrote those values. One that the terminal's encoder would change is not offered: put
/// into the line it would stand there as it is.
final class WordCompleter implements Completer {
    /// More are no help, and a busy field has thousands.
    private static final int MOST_VALUES = 100;

    private static final int LONGEST_VALUE = 80;

    /// What is a query, or may be one.
    private static final Set<String> QUERIES = Set.of("QUERY", "ENTITY");

    private final CommandLine root;
    private final QueryValues values;

    WordCompleter(CommandLine root, QueryValues values) {
        this.root = root;
        this.values = values;
    }

    @Override
    public void complete(@Nullable LineReader reader, ParsedLine line, List<Candidate> candidates) {
        candidates.addAll(after(line.words(), line.word(), line.line()));
    }

    private List<Candidate> after(List<String> before, String piece, String line) {
        List<String> words =
                !before.isEmpty() && before.getFirst().endsWith("lurewatch")
                        ? before.subList(1, before.size())
                        : before;
        CommandLine command = root;
        String last = "";
        for (String word : words) {
            CommandLine below = command.getSubcommands().get(word);
            command = below == null ? command : below;
            last = below == null ? word : "";
        }
        if (words.isEmpty()) {
            List<Candidate> all = commands(root);
            Shell.OWN.forEach((name, about) -> all.add(candidate(name, about, "commands")));
            return all;
        }
        if (words.getFirst().equals("help")) {
            return commands(root);
        }
        boolean isQuoted = ShellWords.of(line).quote() != 0;
        if (piece.startsWith("-") && !isQuoted) {
            return options(command.getCommandSpec());
        }
        OptionSpec option = command.getCommandSpec().optionsMap().get(last);
        if (option != null && option.arity().max() > 0) {
            return valuesOf(option, piece);
        }
        List<Candidate> next = last.isEmpty() ? commands(command) : new ArrayList<>();
        if (takesQuery(command.getCommandSpec())) {
            next.addAll(query(piece));
        }
        return next;
    }

    private static boolean takesQuery(CommandSpec command) {
        return command.positionalParameters().stream()
                .anyMatch(parameter -> QUERIES.contains(parameter.paramLabel()));
    }

    private static List<Candidate> commands(CommandLine above) {
        List<Candidate> commands = new ArrayList<>();
        above.getSubcommands()
                .forEach((name, command) -> {
                    if (!command.getCommandSpec().usageMessage().hidden()) {
                        commands.add(candidate(name, header(command), "commands"));
                    }
                });
        return commands;
    }

    private static String header(CommandLine command) {
        String[] header = command.getCommandSpec().usageMessage().header();
        return header.length == 0 ? "" : header[0];
    }

    private static List<Candidate> options(CommandSpec command) {
        return new ArrayList<>(
                command.options().stream()
                        .filter(option -> !option.hidden())
                        .map(option -> candidate(option.longestName(), about(option), "options"))
                        .toList());
    }

    private static String about(OptionSpec option) {
        String about = option.description().length == 0 ? "" : option.description()[0];
        return about.split("[.\n]", 2)[0].replace("${COMPLETION-CANDIDATES}", "");
    }

    private static List<Candidate> valuesOf(OptionSpec option, String piece) {
        List<Candidate> candidates = new ArrayList<>();
        if (option.completionCandidates() != null) {
            boolean isList = !option.splitRegex().isEmpty();
            String done = isList ? piece.substring(0, piece.lastIndexOf(',') + 1) : "";
            option.completionCandidates()
                    .forEach(value -> candidates.add(candidate(done + value, "", "values")));
        }
        return candidates;
    }

    private List<Candidate> query(String piece) {
        String sign = piece.startsWith("-") ? "-" : "";
        String bare = piece.substring(sign.length());
        int colon = bare.indexOf(':');
        if (colon < 0) {
            List<Candidate> fields = new ArrayList<>();
            for (QueryLanguage.FieldHelp field : values.fields()) {
                fields.add(open(sign + field.name() + ":", field.name() + ":", field.about()));
            }
            return fields;
        }
        String field = bare.substring(0, colon).toLowerCase(Locale.ROOT);
        try {
            return valuesOf(sign + bare.substring(0, colon + 1), field, bare.substring(colon + 1));
        } catch (QueryException | IndexUnusableException e) {
            return List.of(); // the command itself will say so
        }
    }

    private List<Candidate> valuesOf(String before, String field, String start)
            throws QueryException {
        String wanted = start.replace("'", "").toLowerCase(Locale.ROOT);
        List<Candidate> candidates = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (ValueCount value : values.of(field)) {
            boolean isWanted = value.value().toLowerCase(Locale.ROOT).startsWith(wanted);
            if (isWanted && isPlain(value.value()) && seen.add(value.value())) {
                candidates.add(
                        candidate(
                                before + value.value(),
                                value.value(),
                                about(value.postings()),
                                field));
            }
            if (candidates.size() == MOST_VALUES) {
                break;
            }
        }
        return candidates;
    }

    private static String about(long postings) {
        return postings == 0 ? "" : postings + (postings == 1 ? " posting" : " postings");
    }

    /// Whether it can stand in the line as it is, and in a query without quotes of its own.
    private static boolean isPlain(String value) {
        return value.length() <= LONGEST_VALUE
                && TerminalText.line(value).equals(value)
                && value.chars().noneMatch(c -> c == ' ' || c == '"' || c == '\'' || c == '\\');
    }

    private static Candidate candidate(String value, String about, String group) {
        return candidate(value, value, about, group);
    }

    private static Candidate candidate(String value, String shown, String about, String group) {
        return new Candidate(
                value,
                TerminalText.line(shown),
                group,
                about.isEmpty() ? null : TerminalText.line(about),
                null,
                null,
                true);
    }

    /// One behind which the word goes on.
    private static Candidate open(String value, String shown, String about) {
        return new Candidate(value, shown, "fields", TerminalText.line(about), null, null, false);
    }
}
