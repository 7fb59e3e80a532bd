package lurewatch.indexer.detect;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.rules.Rules;

/// Measures the detector: postings a second at about 1.5 KB, texts made to hurt, and memory; in CPU
/// time of one thread, so that a busy machine does not matter much. A main, not a test: run it with
/// the test class path and `-Dlurewatch.root=` the repository.
final class DetectorBenchmark {
    private static final int TEXT_BYTES = 1_500;
    private static final int HOSTILE_CHARACTERS = 100_000;
    private static final int SECONDS = 6;

    private DetectorBenchmark() {}

    public static void main(String[] arguments) {
        long before = usedMemory();
        long start = System.nanoTime();
        Rules rules = Rules.read(Cases.SIGNALS);
        long read = System.nanoTime();
        Detector detector = Detector.of(rules);
        long built = System.nanoTime();
        System.out.printf(
                "rules read in %d ms, detector built in %d ms%n",
                (read - start) / 1_000_000, (built - read) / 1_000_000);
        System.out.printf("memory of rules and detector: %.1f MB%n", (usedMemory() - before) / 1e6);
        List<String> postings = postings();
        run(detector, postings, SECONDS);
        double perSecond = run(detector, postings, SECONDS);
        long bytes =
                postings.stream().mapToLong(t -> t.getBytes(StandardCharsets.UTF_8).length).sum()
                        / postings.size();
        System.out.printf("%.0f postings/s of %d bytes on one thread%n", perSecond, bytes);
        double perKilobyte = 1e6 / perSecond / (bytes / 1024.0);
        System.out.printf("%-28s %8.1f us/KB%n", "ordinary", perKilobyte);
        hostile()
                .forEach((name, text) -> {
                    run(detector, List.of(text), 1);
                    double micros = 1e6 / run(detector, List.of(text), 2);
                    double kilobytes = text.getBytes(StandardCharsets.UTF_8).length / 1024.0;
                    System.out.printf(
                            "%-28s %8.1f us/KB  %.1fx%n",
                            name, micros / kilobytes, micros / kilobytes / perKilobyte);
                });
    }

    private static double run(Detector detector, List<String> texts, int seconds) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long used = 0;
        int done = 0;
        while (used < seconds * 1_000_000_000L) {
            detector.assess(texts.get(done % texts.size()), Optional.empty());
            done++;
            used = threads.getCurrentThreadCpuTime() - start;
        }
        return done * 1e9 / used;
    }

    /// The cases of one language, joined to the size of an ordinary posting.
    private static List<String> postings() {
        Map<String, StringBuilder> byLanguage = new LinkedHashMap<>();
        List<String> postings = new ArrayList<>();
        for (Cases.Case one : Cases.all()) {
            StringBuilder text =
                    byLanguage.computeIfAbsent(one.language(), l -> new StringBuilder());
            text.append(one.text()).append('\n');
            if (text.toString().getBytes(StandardCharsets.UTF_8).length >= TEXT_BYTES) {
                postings.add(text.toString());
                text.setLength(0);
            }
        }
        return postings;
    }

    private static Map<String, String> hostile() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String unit :
                List.of(
                        "a",
                        "1",
                        "@",
                        "(",
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
                        "l O ",
                        "@a_1 ",
                        " at x ",
                        "t . ",
                        "_ a",
                        "telegram ",
                        "zero one ",
                        "call 165, ",
                        "call 0812345678 ",
                        "WA 08123456O8l ")) {
            texts.put(
                    "'" + unit.replace("\u200b", "ZWSP").replace("\u0301", "acute") + "' repeated",
                    unit.repeat(HOSTILE_CHARACTERS / unit.length()));
        }
        return texts;
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
