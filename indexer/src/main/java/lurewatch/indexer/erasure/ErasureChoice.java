package lurewatch.indexer.erasure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CaptureId;
import lurewatch.indexer.JobPosting;
import lurewatch.indexer.PostingId;
import lurewatch.indexer.Provenance;
import lurewatch.indexer.SecondLookAddress;
import lurewatch.indexer.archive.ArchiveReader;
import lurewatch.indexer.store.FactsReader;
import lurewatch.indexer.store.StoredPosting;

/// Finds all that has to go with what somebody wants erased.
///
/// Of a posting: every capture that shows it, and every capture of its own address. With each
/// capture: what it repeats and what repeats it, since they have one payload; and what a browser
/// made of it. Records are never cut: what else a page shows goes with it, and is named.
public final class ErasureChoice {
    private static final String PICTURE_OF = "urn:fullPage:";

    private final Path data;
    private final ArchiveReader archive;
    private final Set<CaptureId> chosen = new HashSet<>();
    private final Set<String> barred = new TreeSet<>();
    private final Set<PostingId> asked = new TreeSet<>();

    private ErasureChoice(Path data) {
        this.data = data;
        this.archive = ArchiveReader.open(data.resolve("archive"));
    }

    /// What somebody wants erased.
    public record Asked(List<PostingId> postings, List<CaptureId> captures, List<String> urls) {}

    /// What goes, and what stays.
    ///
    /// @param captures in order
    /// @param barred addresses that are not to be fetched again
    /// @param addresses of which no capture stays
    /// @param asked postings that were named, or stand at an address that was
    /// @param vanishing postings that nothing shows any more, those asked for aside
    /// @param poorer postings that some capture still shows
    /// @param held captures that are old enough and stay, as something needs them
    public record Chosen(
            List<Capture> captures,
            Set<String> barred,
            Set<String> addresses,
            List<StoredPosting> asked,
            List<StoredPosting> vanishing,
            List<PostingId> poorer,
            List<Trace> traces,
            Unsought unsought,
            int held) {}

    /// All that goes with these.
    public static Chosen of(Path data, Asked asked) {
        ErasureChoice choice = new ErasureChoice(data);
        choice.choose(asked);
        choice.complete();
        return choice.chosen(0);
    }

    /// Captures fetched before that time, but for those that show a posting which is held, and
    /// those that a later capture repeats.
    public static Chosen expired(Path data, Instant before, Set<PostingId> held) {
        ErasureChoice choice = new ErasureChoice(data);
        return choice.chosen(choice.expire(before, held));
    }

    private int expire(Instant before, Set<PostingId> held) {
        Set<CaptureId> needed = new HashSet<>();
        facts().ifPresent(facts -> {
            try (facts) {
                held.forEach(id ->
                        facts.posting(id)
                                .ifPresent(posting ->
                                        posting.sightings()
                                                .forEach(sighting ->
                                                        add(needed, sighting.capture()))));
            }
        });
        Set<CaptureId> repeated = new HashSet<>();
        archive.forEachAfter(
                0,
                capture -> {
                    boolean stays =
                            !capture.fetchedAt().isBefore(before) || needed.contains(capture.id());
                    if (stays) {
                        capture.revisitOf().ifPresent(repeated::add);
                    }
                });
        needed.addAll(repeated);
        int[] kept = new int[1];
        archive.forEachAfter(
                0,
                capture -> {
                    if (capture.fetchedAt().isBefore(before)) {
                        if (needed.contains(capture.id())) {
                            kept[0]++;
                        } else {
                            chosen.add(capture.id());
                        }
                    }
                });
        return kept[0];
    }

    private static void add(Set<CaptureId> captures, StoredPosting.SeenCapture seen) {
        captures.add(seen.id());
        seen.picture().ifPresent(captures::add);
        seen.revisitOf().ifPresent(captures::add);
    }

    private void choose(Asked wanted) {
        chosen.addAll(wanted.captures());
        barred.addAll(wanted.urls());
        asked.addAll(wanted.postings());
        facts().ifPresent(facts -> {
            try (facts) {
                for (PostingId id : wanted.postings()) {
                    facts.posting(id)
                            .ifPresent(posting -> {
                                posting.sightings().forEach(s -> add(chosen, s.capture()));
                                String page =
                                        SecondLookAddress.page(posting.current().posting().url());
                                // A posting without a page of its own has a fragment of another's.
                                if (page.indexOf('#') < 0) {
                                    barred.add(page);
                                }
                            });
                }
            }
        });
        archive.forEachAfter(
                0,
                capture -> {
                    if (barred.contains(pageOf(capture))) {
                        chosen.add(capture.id());
                    }
                });
    }

    private Optional<FactsReader> facts() {
        Path file = data.resolve("facts.db");
        return Files.isRegularFile(file) ? Optional.of(FactsReader.open(file)) : Optional.empty();
    }

    /// The address of the page that a capture is, is a picture of, or looked at once more.
    private static String pageOf(Capture capture) {
        return capture.url().startsWith(PICTURE_OF)
                ? capture.url().substring(PICTURE_OF.length())
                : SecondLookAddress.page(capture.url());
    }

    /// Adds what cannot stay without what is chosen, until nothing is missing.
    private void complete() {
        int before = -1;
        while (chosen.size() > before) {
            before = chosen.size();
            Set<String> pages = new HashSet<>();
            archive.forEachAfter(
                    0,
                    capture -> {
                        if (chosen.contains(capture.id())) {
                            pages.add(capture.site() + "\n" + pageOf(capture));
                            capture.revisitOf().ifPresent(chosen::add);
                        }
                    });
            Map<String, List<CaptureId>> visits = new HashMap<>();
            archive.forEachAfter(0, capture -> completeWith(capture, pages, visits));
            visits.values().forEach(this::addWhole);
        }
    }

    private void completeWith(
            Capture capture, Set<String> pages, Map<String, List<CaptureId>> visits) {
        if (capture.revisitOf().filter(chosen::contains).isPresent()) {
            chosen.add(capture.id());
        }
        String page = capture.site() + "\n" + pageOf(capture);
        if (pages.contains(page)) {
            if (capture.provenance() != Provenance.RENDERED) {
                addWhole(visits.getOrDefault(page, List.of()));
                visits.put(page, new ArrayList<>());
            }
            visits.computeIfAbsent(page, _ -> new ArrayList<>()).add(capture.id());
        }
    }

    /// A visit is what a server sent and what a browser made of it: all goes, or nothing.
    private void addWhole(List<CaptureId> visit) {
        if (visit.stream().anyMatch(chosen::contains)) {
            chosen.addAll(visit);
        }
    }

    private Chosen chosen(int held) {
        List<Capture> captures = new ArrayList<>();
        Set<String> addresses = new TreeSet<>();
        Traces traces = new Traces();
        archive.forEachAfter(
                0,
                capture -> {
                    if (chosen.contains(capture.id())) {
                        captures.add(capture);
                        addresses.add(pageOf(capture));
                    }
                });
        archive.forEachAfter(
                0,
                capture -> {
                    if (!chosen.contains(capture.id())) {
                        addresses.remove(pageOf(capture));
                    }
                });
        List<StoredPosting> named = new ArrayList<>();
        List<StoredPosting> vanishing = new ArrayList<>();
        List<PostingId> poorer = new ArrayList<>();
        facts().ifPresent(facts -> {
            try (facts) {
                sort(facts, traces, named, vanishing, poorer);
            }
        });
        addresses.addAll(barred);
        addresses.forEach(traces::addAddress);
        captures.forEach(traces::add);
        return new Chosen(
                captures,
                barred,
                addresses,
                named,
                vanishing,
                poorer,
                traces.all(),
                traces.unsought(),
                held);
    }

    private void sort(
            FactsReader facts,
            Traces traces,
            List<StoredPosting> named,
            List<StoredPosting> vanishing,
            List<PostingId> poorer) {
        Set<PostingId> shown = new TreeSet<>(asked);
        chosen.forEach(capture -> shown.addAll(facts.postingsIn(capture)));
        for (PostingId id : shown) {
            facts.posting(id)
                    .ifPresent(posting -> {
                        boolean isAsked =
                                asked.contains(id)
                                        || barred.contains(posting.current().posting().url());
                        boolean vanishes =
                                posting.sightings().stream()
                                        .allMatch(s -> chosen.contains(s.capture().id()));
                        if (!isAsked && !vanishes) {
                            poorer.add(id);
                            return;
                        }
                        (isAsked ? named : vanishing).add(posting);
                        traces.add(posting.current());
                        for (StoredPosting.Version version : posting.versions()) {
                            facts.version(id, version.number()).ifPresent(traces::add);
                        }
                    });
        }
    }

    /// Pages part sentences by tags: what their postings say shows only in the facts.
    private static Set<Trace> inPostingsThatStay(Path data, Chosen chosen) {
        Set<Trace> found = new HashSet<>();
        Path file = data.resolve("facts.db");
        if (!Files.isRegularFile(file)) {
            return found;
        }
        Set<PostingId> gone = new HashSet<>();
        chosen.asked().forEach(posting -> gone.add(posting.id()));
        chosen.vanishing().forEach(posting -> gone.add(posting.id()));
        TraceFinder finder = new TraceFinder(chosen.traces());
        try (FactsReader facts = FactsReader.open(file)) {
            facts.forEachPosting(posting -> {
                if (!gone.contains(posting.id())) {
                    JobPosting said = posting.current().posting();
                    found.addAll(finder.in(said.title() + "\n" + said.text()));
                    Stream.of(said.author(), said.employer())
                            .flatMap(Optional::stream)
                            .forEach(name -> found.addAll(finder.in(name)));
                    said.links().forEach(link -> found.addAll(finder.in(link.target())));
                    posting.current()
                            .assessment()
                            .contacts()
                            .forEach(c -> found.addAll(finder.in(c.value() + "\n" + c.raw())));
                }
            });
        }
        return found;
    }

    /// Whether what is erased may come back, when it is met again.
    public enum Memory {
        BARRED,
        FORGOTTEN
    }

    /// The plan of a choice; reads the whole archive, for what stands in captures that stay, too.
    public static ErasurePlan plan(
            Path data, Chosen chosen, String who, String why, Memory memory) {
        boolean isBarred = memory == Memory.BARRED;
        Set<CaptureId> gone = new HashSet<>();
        chosen.captures().forEach(capture -> gone.add(capture.id()));
        Set<Trace> elsewhere = new HashSet<>();
        Remains.inCapturesBut(data, chosen.traces(), gone).values().forEach(elsewhere::addAll);
        elsewhere.addAll(inPostingsThatStay(data, chosen));
        return new ErasurePlan(
                who,
                why,
                chosen.captures().stream().map(capture -> capture.id().sequence()).toList(),
                isBarred ? List.copyOf(chosen.barred()) : List.of(),
                List.copyOf(chosen.addresses()),
                isBarred
                        ? chosen.asked().stream().map(posting -> posting.id().value()).toList()
                        : List.of(),
                chosen.traces(),
                chosen.unsought(),
                List.copyOf(elsewhere),
                List.of());
    }
}
