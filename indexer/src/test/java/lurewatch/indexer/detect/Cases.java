package lurewatch.indexer.detect;

import java.nio.file.Path;
import java.util.List;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.text.JarText;

/// The labelled texts of `cases.tsv`, and the rules that we ship.
public final class Cases {
    /// The rules an operator gets.
    public static final Path SIGNALS =
            Path.of(System.getProperty("lurewatch.root", ".."), "config", "signals");

    private Cases() {}

    /// One labelled text; `expected` are the signals that it must show at least.
    public record Case(
            String id, String language, String label, List<String> expected, String text) {
        boolean isLure() {
            return label.equals("lure");
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /// Read once for all tests of a JVM: it is a value, and reading it takes as long as many a
    /// test.
    public static Detector shippedDetector() {
        return Shipped.DETECTOR;
    }

    private static final class Shipped {
        static final Detector DETECTOR = Detector.of(Rules.read(SIGNALS));
    }

    public static List<Case> all() {
        return lines("cases.tsv").stream().skip(1).map(Cases::parse).toList();
    }

    /// The lines of a test resource.
    public static List<String> lines(String resource) {
        return JarText.read(Cases.class, resource).lines().toList();
    }

    private static Case parse(String line) {
        String[] fields = line.split("\t", -1);
        List<String> expected = fields[3].isEmpty() ? List.of() : List.of(fields[3].split(","));
        return new Case(fields[0], fields[1], fields[2], expected, fields[4]);
    }
}
