package lurewatch.indexer.detect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lurewatch.indexer.learned.FraudModel;
import lurewatch.indexer.rules.Phrase;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.scan.Automaton;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// What an assessment costs, beside one plain pass of an automaton over the same text, and what
/// texts made to hurt cost for each kilobyte. Run by `.ci/benchmark detect [TEXTS]`, where TEXTS
/// has one text on each line with `\n` for line ends, to measure other texts than the composed
/// cases.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class DetectorBenchmark {
    private static final int TEXT_BYTES = 1_500;
    private static final int HOSTILE_CHARACTERS = 100_000;

    /// So long, some tens of thousands of texts, the compiler takes until no text is read faster
    /// than the one before; a service reads that many in its first hour.
    private static final int SECONDS_TO_SETTLE = 60;

    private static final List<String> HOSTILE =
            List.of(
                    "a",
                    "1",
                    "@",
                    "(",
                    "[(",
                    "+",
                    "0",
                    "가",
                    "月",
                    "\u200b",
                    "ㅋ",
                    "\u0301",
                    "a ",
                    "1 ",
                    "1-",
                    "@a ",
                    "a.",
                    "t.me/",
                    "텔",
                    "포이펫 ",
                    "月薪",
                    "a@",
                    "0x",
                    "8 5 5 ",
                    "공",
                    "一",
                    "e\u0301",
                    "bank account ",
                    "$1,000 ",
                    "ㅋㅏ",
                    "1万",
                    "x@y.",
                    "zero ",
                    "İ",
                    "Σ",
                    "Cجچ",
                    "\u0301\u0316",
                    "1月");

    /// `lures`: the cases, so that every sentence holds something. `ordinary`: those that are no
    /// lures. A file's name: its lines. A number: that hostile text.
    @Param({"lures", "ordinary"})
    public String texts = "";

    private Detector detector = Detector.of(Rules.read(Cases.SIGNALS));
    private Automaton automaton = Automaton.of(List.of("a"));
    private List<String> read = List.of();
    private int next;

    @Setup
    public void setUp() {
        Rules rules = Rules.read(Cases.SIGNALS);
        detector = Detector.of(rules, FraudModel.read(Cases.SIGNALS.resolveSibling("models")));
        automaton =
                Automaton.of(
                        rules.phrases().stream()
                                .filter(p -> p.kind() == Phrase.Kind.LITERAL)
                                .map(p -> p.text().toLowerCase(Locale.ROOT))
                                .distinct()
                                .toList());
        read = texts(texts);
    }

    @Benchmark
    public Object assess() {
        return detector.assess(text(), Optional.empty());
    }

    @Benchmark
    public int automatonAlone() {
        int[] hits = {0};
        automaton.scan(text(), (literal, end) -> hits[0]++);
        return hits[0];
    }

    private String text() {
        next = next + 1 == read.size() ? 0 : next + 1;
        return read.get(next);
    }

    private static List<String> texts(String name) {
        return switch (name) {
            case "lures" -> joined("lure");
            case "ordinary" -> joined("benign");
            default ->
                    name.chars().allMatch(Character::isDigit)
                            ? List.of(hostile(HOSTILE.get(Integer.parseInt(name))))
                            : lines(Path.of(name));
        };
    }

    /// The cases of one label and language, joined to the size of an ordinary posting.
    private static List<String> joined(String label) {
        Map<String, StringBuilder> byLanguage = new LinkedHashMap<>();
        List<String> postings = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            for (Cases.Case one : Cases.all()) {
                if (!one.label().equals(label)) {
                    continue;
                }
                StringBuilder text =
                        byLanguage.computeIfAbsent(one.language(), l -> new StringBuilder());
                text.append(one.text()).append('\n');
                if (bytes(text.toString()) >= TEXT_BYTES) {
                    postings.add(text.toString());
                    text.setLength(0);
                }
            }
        }
        return postings;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(l -> l.replace("\\n", "\n")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hostile(String unit) {
        return unit.repeat(HOSTILE_CHARACTERS / unit.length());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    public static void main(String[] arguments) throws RunnerException {
        printMemory();
        String[] ordinary =
                arguments.length > 0
                        ? new String[] {"lures", "ordinary", arguments[0]}
                        : new String[] {"lures", "ordinary"};
        double perKilobyte = 0;
        for (String name : ordinary) {
            double size = texts(name).stream().mapToInt(t -> bytes(t)).average().orElse(0);
            double micros = micros("assess", name, SECONDS_TO_SETTLE, 2);
            double alone = micros("automatonAlone", name, 4, 2);
            perKilobyte = micros / size * 1024;
            System.out.printf(
                    "%-12s %5.0f bytes  %6.0f postings/s  %7.1f us each  %6.1f us/KB  %.0f times an automaton's pass%n",
                    name, size, 1e6 / micros, micros, perKilobyte, micros / alone);
        }
        for (int i = 0; i < HOSTILE.size(); i++) {
            double kilobytes = bytes(hostile(HOSTILE.get(i))) / 1024.0;
            double micros = micros("assess", String.valueOf(i), 10, 1) / kilobytes;
            System.out.printf(
                    "%-20s %7.1f us/KB  %.1f times ordinary%n",
                    shown(HOSTILE.get(i)), micros, micros / perKilobyte);
        }
    }

    private static String shown(String unit) {
        return "'" + unit.replace("\u200b", "ZWSP").replace("\u0301", "acute") + "' repeated";
    }

    /// The fastest iteration: another program on the machine can only make one slower.
    private static double micros(String method, String texts, int warmup, int seconds)
            throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include(DetectorBenchmark.class.getSimpleName() + "\\." + method + "$")
                        .param("texts", texts)
                        .warmupTime(TimeValue.seconds(1))
                        .warmupIterations(warmup)
                        .measurementTime(TimeValue.seconds(seconds))
                        .measurementIterations(seconds + 2)
                        .jvmArgsAppend(
                                "-XX:+UseSerialGC",
                                "-XX:+UseTransparentHugePages",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dlurewatch.root=" + System.getProperty("lurewatch.root"))
                        .verbosity(org.openjdk.jmh.runner.options.VerboseMode.SILENT)
                        .build();
        RunResult result = new Runner(options).runSingle();
        return result.getPrimaryResult().getStatistics().getMin();
    }

    private static void printMemory() {
        long before = usedMemory();
        long start = System.nanoTime();
        Rules rules = Rules.read(Cases.SIGNALS);
        Detector detector =
                Detector.of(rules, FraudModel.read(Cases.SIGNALS.resolveSibling("models")));
        System.out.printf(
                "read and built in %d ms, %.1f MB; rules %s%n",
                (System.nanoTime() - start) / 1_000_000,
                (usedMemory() - before) / 1e6,
                detector.rulesVersion());
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
