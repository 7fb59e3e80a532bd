package lurewatch.crawler.driver;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lurewatch.crawler.demo.DemoWorld;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.AssessmentClass;
import lurewatch.indexer.Signal;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.store.FactsReader;

/// What the demo found, and what to type next.
final class DemoReport {
    private static final int TOP_HITS = 5;
    private static final int REASONS = 4;

    private final PrintStream out;
    private final int width;
    private final Path folder;
    private final DemoWorld world;
    private final Duration took;

    DemoReport(Session session, Path folder, DemoWorld world, Duration took) {
        this.out = session.out();
        this.width = Math.min(session.width(), 100);
        this.folder = folder;
        this.world = world;
        this.took = took;
    }

    void print() {
        List<AssessedPosting> found = new ArrayList<>();
        long captures;
        try (FactsReader facts = FactsReader.open(folder.resolve("facts.db"))) {
            facts.forEachPosting(stored -> found.add(stored.current()));
            captures = facts.statistics().captures();
        }
        out.printf(
                Locale.ROOT,
                "%,d captures, %,d postings in %s%n%n",
                captures,
                found.size(),
                Spans.written(took));
        table("site", found, assessed -> assessed.posting().site());
        table("language", found, assessed -> assessed.assessment().language().orElse("?"));
        out.printf(
                Locale.ROOT,
                "Robots: %d requests for what robots.txt forbids. Trap: %d pages of an endless site.%n%n",
                world.forbiddenRequests(),
                world.trapRequests());
        found.stream()
                .filter(assessed -> assessed.assessment().context().allowsSuspicion())
                .sorted(
                        Comparator.comparingDouble(
                                        (AssessedPosting assessed) -> assessed.assessment().score())
                                .reversed()
                                .thenComparing(assessed -> assessed.posting().id()))
                .limit(TOP_HITS)
                .forEach(this::hit);
        next(found);
    }

    private void table(
            String heading, List<AssessedPosting> found, Function<AssessedPosting, String> key) {
        Map<String, Map<AssessmentClass, Long>> rows =
                found.stream()
                        .collect(
                                Collectors.groupingBy(
                                        key,
                                        TreeMap::new,
                                        Collectors.groupingBy(
                                                a -> a.assessment().assessmentClass(),
                                                () -> new EnumMap<>(AssessmentClass.class),
                                                Collectors.counting())));
        out.printf(Locale.ROOT, "%-18s%8s%8s%8s%n", heading, "lure", "review", "low");
        rows.forEach((name, counts) ->
                out.printf(
                        Locale.ROOT,
                        "%-18s%8s%8s%8s%n",
                        TerminalText.line(name),
                        count(counts, AssessmentClass.LURE),
                        count(counts, AssessmentClass.REVIEW),
                        count(counts, AssessmentClass.LOW)));
        out.println();
    }

    private static String count(Map<AssessmentClass, Long> counts, AssessmentClass of) {
        return counts.containsKey(of) ? Long.toString(counts.get(of)) : "·";
    }

    private void hit(AssessedPosting assessed) {
        Assessment assessment = assessed.assessment();
        out.printf(
                Locale.ROOT,
                "%3.0f  %s  %s%n",
                assessment.score(),
                assessed.posting().id(),
                TerminalText.cut(TerminalText.line(assessed.posting().title()), width - 25));
        strongest(assessment).stream()
                .map(signal -> signal.id() + " “" + signal.evidence().getFirst().quote() + "”")
                .forEach(reason ->
                        out.println(
                                "       "
                                        + TerminalText.cut(TerminalText.line(reason), width - 8)));
    }

    private static List<Signal> strongest(Assessment assessment) {
        return assessment.signals().stream()
                .sorted(
                        Comparator.comparingDouble(Signal::weight)
                                .reversed()
                                .thenComparing(Signal::id))
                .limit(REASONS)
                .toList();
    }

    private void next(List<AssessedPosting> found) {
        String data = " --data " + fromHere(folder);
        String id =
                found.stream()
                        .max(Comparator.comparingDouble(a -> a.assessment().score()))
                        .map(a -> a.posting().id().toString())
                        .orElse("ID");
        out.println();
        out.println("Next:");
        List.of(
                        "lurewatch search 'class:lure country:KH'" + data,
                        "lurewatch search '캄보디아 signal:passport_only'" + data,
                        "lurewatch show " + id + data,
                        "lurewatch export 'class:lure' --format csv --out lures.csv" + data,
                        "lurewatch verify" + data)
                .forEach(command -> out.println("  ./" + command));
    }

    /// The folder as a person would type it in the working directory.
    private static Path fromHere(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = folder.toAbsolutePath();
        return whole.startsWith(here) ? here.relativize(whole) : whole;
    }
}
