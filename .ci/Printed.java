import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs the commands that documents show on a new demo world, and says where they print something
/// else. `.ci/printed` starts it.
///
/// A command stands behind `$` in an indented block, what it printed below it. A `…` at a line's end
/// stands for the rest of it, a line of `…` alone for any number of lines. Days, times, digests and
/// whatever else changes from run to run compare as equal; an id that one command printed is
/// put into the commands after it. Behind `<!-- not from the demo alone -->` a block is passed over;
/// behind `<!-- counts by the hour -->` numbers and bars compare as equal, and lines that differ in
/// them alone may be more or fewer; behind `<!-- order of the visits -->` lines may stand in any
/// order, and under another id of a posting or campaign. A file that a block shows by `cat` is there from the start.
final class Printed {
    private static final String PASSED_OVER = "<!-- not from the demo alone -->";
    private static final String BY_THE_HOUR = "<!-- counts by the hour -->";
    private static final String ORDER_OF_VISITS = "<!-- order of the visits -->";
    private static final String INDENT = "    ";
    private static final String PROMPT = INDENT + "$ ";
    private static final String REST = "…";

    /// What the same command prints otherwise each time.
    private static final Pattern CHANGING =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\d([T ][0-9:]+(\\.\\d+)?Z?)?"
                            + "|\\d{8,14}\\.warc\\.gz|sha256:[0-9a-f]+|\\b[0-9a-f]{12,}\\b"
                            + "|\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"
                            + "|\\b\\d+ (second|minute|hour)s?\\b|\\b\\d+(\\.\\d+)? (s|min|ms|MB|GB)\\b"
                            + "|\\b(byte|bytes|after|in) \\d+\\b|\\b\\d+ bytes\\b|\\bc\\d{1,7}\\b");

    /// Ids that are drawn when a thing is made: cases, watches, events, packs, keys.
    private static final Pattern MADE_ID = Pattern.compile("\\b([cw][0-9a-f]{6}|[kxe][0-9a-f]{16})\\b");

    /// Numbers and the bars that are drawn of them.
    private static final Pattern COUNT = Pattern.compile("\\d+|[▁▂▃▄▅▆▇█]+");

    /// Ids of postings and campaigns, and what draws a tree of them.
    private static final Pattern PLACE_IN_LIST = Pattern.compile("\\b[pc][0-9a-f]{16}\\b|[├└]─");

    /// How a command's lines are compared.
    private enum Comparison {
        AS_PRINTED,
        WITHOUT_COUNTS,
        IN_ANY_ORDER
    }

    private record Command(
            String file, int line, String typed, Comparison comparison, List<String> printed) {}

    private final Path folder;
    private final Map<String, String> environment;
    private final Map<String, String> ids = new HashMap<>();

    private Printed(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /// Arguments: the folder to run in, which has `lurewatch` and `demo-data`; then the documents.
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int differ = 0;
        int all = 0;
        for (String document : List.of(arguments).subList(1, arguments.length)) {
            Printed printed = new Printed(folder, Map.of("LUREWATCH_DATA", folder + "/demo-data"));
            for (Command command : printed.commands(Path.of(document))) {
                all++;
                differ += printed.isAsPrinted(command) ? 0 : 1;
            }
        }
        System.out.println(all + " commands, " + differ + " print something else");
        System.exit(differ == 0 ? 0 : 1);
    }

    private List<Command> commands(Path document) throws IOException {
        List<Command> commands = new ArrayList<>();
        List<String> lines = Files.readAllLines(document);
        boolean isPassedOver = false;
        Comparison comparison = Comparison.AS_PRINTED;
        Command last = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.equals(PASSED_OVER)) {
                isPassedOver = true;
            } else if (line.equals(BY_THE_HOUR)) {
                comparison = Comparison.WITHOUT_COUNTS;
            } else if (line.equals(ORDER_OF_VISITS)) {
                comparison = Comparison.IN_ANY_ORDER;
            } else if (line.startsWith(PROMPT) && !isPassedOver) {
                String typed = line.substring(PROMPT.length());
                last = new Command(document.toString(), i + 1, typed, comparison, new ArrayList<>());
                commands.add(last);
            } else if (line.startsWith(INDENT) && last != null) {
                last.printed().add(line.substring(INDENT.length()));
            } else if (!line.startsWith(INDENT) && !line.isEmpty()) {
                isPassedOver = false;
                comparison = Comparison.AS_PRINTED;
                last = null;
            } else if (line.isEmpty() && last != null && goesOn(lines, i)) {
                last.printed().add("");
            }
        }
        for (Command command : commands) {
            Matcher shown = Pattern.compile("cat ([\\w.-]+)").matcher(command.typed());
            if (shown.matches() && !Files.exists(folder.resolve(shown.group(1)))) {
                Files.write(folder.resolve(shown.group(1)), command.printed());
            }
        }
        return commands;
    }

    /// Whether a block goes on behind an empty line.
    private static boolean goesOn(List<String> lines, int empty) {
        return empty + 1 < lines.size()
                && lines.get(empty + 1).startsWith(INDENT)
                && !lines.get(empty + 1).startsWith(PROMPT);
    }

    private boolean isAsPrinted(Command command) throws IOException, InterruptedException {
        String typed = command.typed();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            typed = typed.replace(id.getKey(), id.getValue());
        }
        List<String> now = run(typed);
        learnIds(command.printed(), now);
        boolean isSame =
                switch (command.comparison()) {
                    case AS_PRINTED -> isSame(command.printed(), now);
                    case WITHOUT_COUNTS -> withoutCounts(command.printed()).equals(withoutCounts(now));
                    case IN_ANY_ORDER -> inOrder(command.printed()).equals(inOrder(now));
                };
        if (isSame) {
            return true;
        }
        System.out.println("== " + command.file() + ":" + command.line() + "  $ " + typed);
        for (String line : now) {
            System.out.println(INDENT + line);
        }
        System.out.println("-- where it says");
        for (String line : command.printed()) {
            boolean stands = line.equals(REST) || now.stream().anyMatch(it -> isSame(line, it));
            System.out.println((stands ? "    " : "  ! ") + line);
        }
        return false;
    }

    private List<String> run(String typed) throws IOException, InterruptedException {
        Path out = Files.createTempFile("printed", "");
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", typed)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroy();
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(out));
        Files.delete(out);
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        return lines;
    }

    private void learnIds(List<String> printed, List<String> now) {
        for (int i = 0; i < Math.min(printed.size(), now.size()); i++) {
            Matcher before = MADE_ID.matcher(printed.get(i));
            Matcher after = MADE_ID.matcher(now.get(i));
            while (before.find() && after.find()) {
                ids.putIfAbsent(before.group(), after.group());
            }
        }
    }

    /// The lines, of those that follow each other and differ in their counts alone one.
    private static List<String> withoutCounts(List<String> lines) {
        List<String> without = new ArrayList<>();
        for (String line : lines) {
            String words = COUNT.matcher(masked(line)).replaceAll("#").stripTrailing();
            if (without.isEmpty() || !without.getLast().equals(words)) {
                without.add(words);
            }
        }
        return without;
    }

    private static List<String> inOrder(List<String> lines) {
        return lines.stream()
                .map(line -> masked(PLACE_IN_LIST.matcher(line).replaceAll("#")).strip())
                .sorted()
                .toList();
    }

    /// Whether the lines are those, each `…` being any number of lines.
    private static boolean isSame(List<String> printed, List<String> now) {
        int next = 0;
        boolean mayPass = false;
        for (String line : printed) {
            if (line.equals(REST)) {
                mayPass = true;
                continue;
            }
            while (mayPass && next < now.size() && !isSame(line, now.get(next))) {
                next++;
            }
            if (next == now.size() || !isSame(line, now.get(next))) {
                return false;
            }
            mayPass = false;
            next++;
        }
        return mayPass || next == now.size();
    }

    private static boolean isSame(String printed, String now) {
        String left = masked(printed);
        String right = masked(now);
        return left.endsWith(REST)
                ? right.startsWith(masked(printed.substring(0, printed.length() - 1)).stripTrailing())
                : left.stripTrailing().equals(right.stripTrailing());
    }

    private static String masked(String line) {
        String masked = CHANGING.matcher(line).replaceAll("#");
        return MADE_ID.matcher(masked).replaceAll("#").replaceAll(" +", " ");
    }
}
