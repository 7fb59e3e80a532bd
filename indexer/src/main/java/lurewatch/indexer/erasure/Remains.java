package lurewatch.indexer.erasure;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.archive.ArchiveDamagedException;
import lurewatch.indexer.archive.ArchiveReader;
import lurewatch.indexer.index.IndexContent;

/// Where traces stand in a data directory: every file's bytes, the captures' records inflated and
/// their payloads decoded, and every stored value and term of the index.
public final class Remains {
    private static final String ARCHIVE = "archive";
    private static final String INDEX = "index";
    private static final String LEDGER = "archive/ledger.jsonl";

    /// What was found.
    ///
    /// @param places by place (`facts.db`, `index`, `capture c12` …), in order
    /// @param searched bytes, as they lie and inflated
    /// @param unreadable captures that are damaged, whose insides so could not be searched
    public record Found(
            Map<String, Set<Trace>> places, long files, long searched, long unreadable) {
        /// In captures.
        public Map<String, Set<Trace>> captures() {
            return some(true);
        }

        /// In anything else.
        public Map<String, Set<Trace>> others() {
            return some(false);
        }

        private Map<String, Set<Trace>> some(boolean areCaptures) {
            Map<String, Set<Trace>> some = new TreeMap<>(places);
            some.keySet().removeIf(place -> place.startsWith("capture ") != areCaptures);
            return some;
        }
    }

    private final Path data;
    private final TraceFinder finder;
    private final Map<String, Set<Trace>> places = new TreeMap<>();
    private long files;
    private long searched;
    private long unreadable;

    private Remains(Path data, List<Trace> traces) {
        this.data = data;
        this.finder = new TraceFinder(traces);
    }

    /// Searches all of a data directory but for the plan's own file.
    public static Found in(Path data, List<Trace> traces) throws IOException {
        Remains remains = new Remains(data, traces);
        remains.captures(Set.of());
        remains.index();
        remains.files();
        return new Found(remains.places, remains.files, remains.searched, remains.unreadable);
    }

    /// Searches the captures but for those.
    static Map<String, Set<Trace>> inCapturesBut(
            Path data, List<Trace> traces, Set<CaptureId> left) {
        Remains remains = new Remains(data, traces);
        remains.captures(left);
        return remains.places;
    }

    /// Whether a text holds one of these.
    public static Predicate<String> holding(List<Trace> traces) {
        TraceFinder finder = new TraceFinder(traces);
        return text -> !finder.in(text).isEmpty();
    }

    private void found(String place, Set<Trace> traces) {
        if (!traces.isEmpty()) {
            places.computeIfAbsent(place, _ -> new HashSet<>()).addAll(traces);
        }
    }

    private void captures(Set<CaptureId> left) {
        ArchiveReader archive = ArchiveReader.open(data.resolve(ARCHIVE));
        archive.forEachAfter(
                0,
                capture -> {
                    if (!left.contains(capture.id())) {
                        capture(archive, capture);
                    }
                });
    }

    private void capture(ArchiveReader archive, Capture capture) {
        String place = "capture " + capture.id();
        try {
            byte[] records = archive.inflated(capture);
            searched += records.length;
            found(place, finder.in(records));
            if (capture.revisitOf().isEmpty() && capture.header("Content-Encoding").isPresent()) {
                byte[] payload = archive.page(capture).payload();
                searched += payload.length;
                found(place, finder.in(payload));
            }
        } catch (ArchiveDamagedException e) {
            unreadable++;
        }
    }

    private void index() {
        if (Files.isDirectory(data.resolve(INDEX))) {
            IndexContent.forEach(
                    data.resolve(INDEX),
                    value -> {
                        searched += value.length();
                        found(INDEX, finder.in(value));
                    });
        }
    }

    private void files() throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(data)) {
            walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !ErasurePlan.isOf(data, file))
                    .sorted()
                    .forEach(all::add);
        }
        for (Path file : all) {
            files++;
            searched += Files.size(file);
            Set<Trace> traces;
            try (InputStream in = Files.newInputStream(file)) {
                traces = new HashSet<>(finder.in(in));
            }
            String name = data.relativize(file).toString().replace('\\', '/');
            if (name.endsWith(".gz") && !name.startsWith(ARCHIVE + "/")) {
                traces.addAll(inflated(file));
            }
            if (name.equals(LEDGER)) {
                traces.removeIf(trace -> trace.kind() == Trace.Kind.DIGEST);
            }
            found(name.startsWith(INDEX + "/") ? INDEX : name, traces);
        }
    }

    /// A log that was put aside. One that is cut off is searched as far as it goes.
    private Set<Trace> inflated(Path file) throws IOException {
        try (InputStream in =
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return finder.in(in);
        } catch (ZipException | EOFException e) {
            return Set.of();
        }
    }
}
