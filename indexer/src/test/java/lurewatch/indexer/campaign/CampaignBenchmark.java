package lurewatch.indexer.campaign;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.store.CaptureFacts;
import lurewatch.indexer.store.FactsStore;

/// How well and how fast campaigns form: planted near-duplicates, groups of real ads, and any
/// number of made-up postings.
///
/// ```
/// .ci/benchmark campaigns neardup FOLDER     articles_N.train and .truth
/// .ci/benchmark campaigns emscad FILE        emscad-dev.csv.gz
/// .ci/benchmark campaigns generated [N]
/// ```
final class CampaignBenchmark {
    private CampaignBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("campaigns");
        try {
            switch (arguments.length == 0 ? "" : arguments[0]) {
                case "neardup" -> neardup(Path.of(arguments[1]), folder);
                case "emscad" -> emscad(Path.of(arguments[1]), folder);
                case "generated" ->
                        generated(
                                arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000,
                                folder);
                default -> System.err.println("neardup FOLDER | emscad FILE | generated [N]");
            }
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void neardup(Path from, Path folder) throws IOException {
        for (int size : List.of(100, 1000, 2500)) {
            List<Ad> ads = new ArrayList<>();
            for (String line : Files.readAllLines(from.resolve("articles_" + size + ".train"))) {
                int blank = line.indexOf(' ');
                ads.add(Ad.of(line.substring(0, blank), "s", line.substring(blank + 1)));
            }
            Set<Set<String>> truth =
                    Files.readAllLines(from.resolve("articles_" + size + ".truth")).stream()
                            .map(line -> Set.of(line.split(" ", -1)))
                            .collect(Collectors.toSet());
            Set<Set<String>> found =
                    new HashSet<>(grouped(ads, Files.createDirectory(folder.resolve("n" + size))));
            long hit = truth.stream().filter(found::contains).count();
            System.out.printf(
                    Locale.ROOT,
                    "neardup %d: %d planted, %d found, %d false%n",
                    size,
                    truth.size(),
                    hit,
                    found.size() - hit);
        }
    }

    private static List<Set<String>> grouped(List<Ad> ads, Path folder) {
        try (Desk desk = new Desk(folder)) {
            desk.given(ads);
            return List.copyOf(desk.campaigns().values());
        }
    }

    private static void emscad(Path file, Path folder) throws IOException {
        List<Ad> ads = new ArrayList<>();
        Map<String, String> groups = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        new GZIPInputStream(Files.newInputStream(file)),
                                        StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                String text =
                        String.join(
                                "\n",
                                row.getField("description"),
                                row.getField("requirements"),
                                row.getField("benefits"));
                ads.add(Ad.of(row.getField("ad_id"), "s", text));
                groups.put(row.getField("ad_id"), row.getField("group_id"));
            }
        }
        List<Truth> truths =
                Stream.of(3, 5, 8)
                        .flatMap(words ->
                                Stream.of(
                                        Truth.of("as written", ads, Ad::text, words),
                                        Truth.of("masked", ads, CampaignBenchmark::masked, words)))
                        .toList();
        for (int round = 0; round < 3; round++) {
            List<Ad> order = new ArrayList<>(ads);
            Collections.shuffle(order, new Random(round));
            Set<Set<String>> pairs =
                    pairs(grouped(order, Files.createDirectory(folder.resolve("e" + round))));
            System.out.printf(
                    Locale.ROOT,
                    "emscad order %d: %d pairs joined; in one group_id %.3f%n",
                    round,
                    pairs.size(),
                    share(pairs, pair -> isOneGroup(pair, groups)));
            for (Truth truth : truths) {
                System.out.printf(
                        Locale.ROOT,
                        "  containment >= 0.5 in %d-word shingles, %s: of %d pairs found %.3f; of the"
                                + " transitive closure (%d) found %.3f, precision against it %.3f%n",
                        truth.words(),
                        truth.text(),
                        truth.contained().size(),
                        share(truth.contained(), pairs::contains),
                        truth.closed().size(),
                        share(truth.closed(), pairs::contains),
                        share(pairs, truth.closed()::contains));
            }
        }
    }

    private static String masked(Ad ad) {
        return MaskedText.of(ad.seen(1).postings().getFirst()).shown();
    }

    /// The pairs of ads one of which has half of the other's shingles of so many words, and those
    /// that such pairs bring together.
    private record Truth(
            String text, int words, Set<Set<String>> contained, Set<Set<String>> closed) {
        static Truth of(String name, List<Ad> ads, Function<Ad, String> text, int words) {
            Set<Set<String>> contained = new HashSet<>();
            List<Set<String>> shingles =
                    ads.stream().map(ad -> shingles(text.apply(ad), words)).toList();
            Joined closure = new Joined();
            for (int i = 0; i < ads.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (contains(shingles.get(i), shingles.get(j))) {
                        contained.add(Set.of(ads.get(i).name(), ads.get(j).name()));
                        closure.join(ads.get(i).name(), ads.get(j).name());
                    }
                }
            }
            return new Truth(name, words, contained, pairs(closure.sets()));
        }
    }

    private static boolean isOneGroup(Set<String> pair, Map<String, String> groups) {
        return pair.stream().map(groups::get).distinct().count() == 1;
    }

    private static double share(Set<Set<String>> pairs, Predicate<Set<String>> which) {
        return pairs.stream().filter(which).count() / (double) Math.max(1, pairs.size());
    }

    private static Set<Set<String>> pairs(Iterable<Set<String>> groups) {
        Set<Set<String>> pairs = new HashSet<>();
        for (Set<String> group : groups) {
            for (String one : group) {
                for (String other : group) {
                    if (one.compareTo(other) < 0) {
                        pairs.add(Set.of(one, other));
                    }
                }
            }
        }
        return pairs;
    }

    private static Set<String> shingles(String text, int width) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1);
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + width <= words.length; i++) {
            shingles.add(String.join(" ", Arrays.copyOfRange(words, i, i + width)));
        }
        return shingles;
    }

    private static boolean contains(Set<String> first, Set<String> second) {
        Set<String> smaller = first.size() < second.size() ? first : second;
        Set<String> larger = first.size() < second.size() ? second : first;
        return !smaller.isEmpty()
                && smaller.stream().filter(larger::contains).count() * 2 >= smaller.size();
    }

    /// Names that belong together, by what joins them.
    private static final class Joined {
        private final Map<String, Set<String>> sets = new HashMap<>();

        void join(String one, String other) {
            Set<String> first = sets.computeIfAbsent(one, name -> new TreeSet<>(Set.of(name)));
            Set<String> second = sets.computeIfAbsent(other, name -> new TreeSet<>(Set.of(name)));
            if (!first.contains(other)) {
                first.addAll(second);
                second.forEach(name -> sets.put(name, first));
            }
        }

        Set<Set<String>> sets() {
            return new HashSet<>(sets.values());
        }
    }

    /// Half of the postings are ads of their own, half belong to campaigns of 2 to some thousands
    /// of copies, some changed by a few words; trade phrases and a frame for each board stand in
    /// all.
    private static void generated(int count, Path folder) {
        Random random = new Random(2026);
        List<String> vocabulary =
                IntStream.range(0, 20_000)
                        .mapToObj(_ -> GroupingIT.words(random, 1).strip())
                        .toList();
        List<String> phrases =
                IntStream.range(0, 400).mapToObj(_ -> text(random, vocabulary, 6)).toList();
        List<String> frames =
                IntStream.range(0, 300).mapToObj(_ -> text(random, vocabulary, 25)).toList();
        int campaigns = Math.max(1, count / 40);
        long grouping = 0;
        long[] took = new long[count];
        long start = System.nanoTime();
        long mostHeap = 0;
        try (FactsStore facts = FactsStore.open(folder.resolve("facts.db"))) {
            Grouping grouper = new Grouping(facts.campaigns());
            for (int i = 0; i < count; i++) {
                Ad ad = madeUp(i, random, vocabulary, phrases, frames, campaigns);
                CaptureFacts seen = ad.seen(i + 1);
                AssessedPosting posting = seen.postings().getFirst();
                int at = i;
                facts.record(
                        seen,
                        () -> {
                            long before = cpu();
                            grouper.place(posting);
                            took[at] = cpu() - before;
                        });
                grouping += took[i];
                if ((i + 1) % Math.max(1, count / 10) == 0) {
                    Runtime runtime = Runtime.getRuntime();
                    mostHeap = runtime.totalMemory() - runtime.freeMemory();
                    long[] last = Arrays.copyOfRange(took, i + 1 - count / 10, i + 1);
                    Arrays.sort(last);
                    System.out.printf(
                            Locale.ROOT,
                            "%d postings in %.0f s, of which grouping %.0f s of processor time; the last %d: median %.2f ms,"
                                    + " p99 %.2f ms, most %.0f ms; heap %d MB%n",
                            i + 1,
                            (System.nanoTime() - start) / 1e9,
                            grouping / 1e9,
                            last.length,
                            last[last.length / 2] / 1e6,
                            last[(int) (last.length * 0.99)] / 1e6,
                            last[last.length - 1] / 1e6,
                            mostHeap >> 20);
                }
            }
        }
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "all: median %.2f ms, p99 %.2f ms, p99.9 %.2f ms, most %.0f ms%n",
                took[count / 2] / 1e6,
                took[(int) (count * 0.99)] / 1e6,
                took[(int) (count * 0.999)] / 1e6,
                took[count - 1] / 1e6);
    }

    /// Processor time, so that other work on the machine does not count.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Ad madeUp(
            int number,
            Random random,
            List<String> vocabulary,
            List<String> phrases,
            List<String> frames,
            int campaigns) {
        int site = random.nextInt(frames.size());
        boolean isOwn = random.nextBoolean();
        // Few campaigns are large: the square of a random number is mostly small.
        double share = random.nextDouble();
        int campaign = (int) (share * share * campaigns);
        Random author = isOwn ? random : new Random(campaign);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append(text(author, vocabulary, 6));
            text.append(phrases.get(author.nextInt(phrases.size())));
        }
        text.append("salary ").append(random.nextInt(5000)).append(" usd ");
        if (!isOwn && random.nextInt(3) == 0) {
            text.append(text(random, vocabulary, 1 + random.nextInt(8)));
        }
        if (random.nextInt(4) == 0) {
            text.append(frames.get(site));
        }
        String[] contacts =
                switch (random.nextInt(10)) {
                    case 0 -> new String[] {"phone:+855" + site}; // the board's own
                    case 1, 2, 3 ->
                            new String[] {
                                "telegram:sample_" + (isOwn ? "own" + number : "crew" + campaign)
                            };
                    default -> new String[0];
                };
        return Ad.of("a" + number, "site" + site, text.toString(), contacts);
    }

    private static String text(Random random, List<String> vocabulary, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(vocabulary.get(random.nextInt(vocabulary.size()))).append(' ');
        }
        return text.toString();
    }
}
