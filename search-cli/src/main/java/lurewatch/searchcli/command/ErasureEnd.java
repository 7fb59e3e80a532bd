package lurewatch.searchcli.command;

import static lurewatch.searchcli.command.ErasureText.count;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lurewatch.indexer.archive.ArchiveVerifier;
import lurewatch.indexer.archive.VerifyReport;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.erasure.ErasurePlan;
import lurewatch.indexer.erasure.Remains;
import lurewatch.indexer.erasure.Trace;
import lurewatch.indexer.erasure.Unsought;
import lurewatch.searchcli.casework.EventLog;

/// The last part of an erasure: casework, and the search for what is left.
final class ErasureEnd {
    private static final int LISTED = 20;

    private final Session session;
    private final Path data;

    ErasureEnd(Session session, Path data) {
        this.session = session;
        this.data = data;
    }

    /// Completes it and says what was found.
    ExitCode finish(ErasurePlan plan) throws IOException {
        int withheld = withhold(plan);
        line(
                count(withheld, "event")
                        + " of casework.db lost "
                        + (withheld == 1 ? "its" : "their")
                        + " words");
        VerifyReport report = ArchiveVerifier.verify(data.resolve("archive"));
        line(
                String.format(
                        Locale.ROOT,
                        "archive %s: %s left, %d erased",
                        report.isClean() ? "ok" : "DAMAGED",
                        count(report.captures(), "capture"),
                        report.erased()));
        plan.watched()
                .forEach(listing ->
                        line(
                                "still watched, as it lists other pages: "
                                        + listing
                                        + " (erase this address to end that)"));
        Remains.Found found = Remains.in(data, plan.traces());
        print(plan, found);
        ErasurePlan.remove(data);
        if (!report.isClean() || found.unreadable() > 0) {
            return ExitCode.INTEGRITY;
        }
        return found.places().isEmpty() && plan.unsought().tooMany() == 0
                ? ExitCode.FOUND
                : ExitCode.PARTIAL;
    }

    private int withhold(ErasurePlan plan) {
        try (EventLog log = EventLog.openToWrite(data, plan.who(), session.clock())) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("reason", plan.why());
            details.put("captures", Integer.toString(plan.sequences().size()));
            return log.withhold(plan.id(), Remains.holding(plan.own()), details);
        }
    }

    private void print(ErasurePlan plan, Remains.Found found) {
        line(
                String.format(
                        Locale.ROOT,
                        "searched %s, %d bytes as they lie and inflated, for %s: %s",
                        count(found.files(), "file"),
                        found.searched(),
                        count(plan.traces().size(), "trace"),
                        kinds(plan)));
        if (found.unreadable() > 0) {
            line(count(found.unreadable(), "capture") + " could not be read and searched");
        }
        Set<Trace> own = new HashSet<>(plan.own());
        Map<String, Set<Trace>> ownPlaces = places(found.places(), own, true);
        printUnsought(plan.unsought());
        if (ownPlaces.isEmpty()) {
            line(
                    plan.unsought().isNothing()
                            ? "found nowhere: nothing of it is left"
                            : "found nowhere; what was not looked for may be left");
        } else {
            line("LEFT:");
            listed(ownPlaces);
        }
        Map<String, Set<Trace>> others = places(found.places(), own, false);
        if (!others.isEmpty()) {
            line("also said by what was not erased, and left there:");
            listed(others);
        }
    }

    private void printUnsought(Unsought unsought) {
        if (unsought.tooShort() > 0) {
            line(
                    String.format(
                            Locale.ROOT,
                            "not looked for: %d of its names, titles and contacts, too short to be"
                                    + " told from other words",
                            unsought.tooShort()));
        }
        if (unsought.tooMany() > 0) {
            line("not looked for: " + count(unsought.tooMany(), "trace") + " beyond the bound");
        }
    }

    private static Map<String, Set<Trace>> places(
            Map<String, Set<Trace>> places, Set<Trace> own, boolean areOwn) {
        Map<String, Set<Trace>> some = new TreeMap<>();
        places.forEach((place, traces) -> {
            Set<Trace> these =
                    traces.stream()
                            .filter(trace -> own.contains(trace) == areOwn)
                            .collect(Collectors.toSet());
            if (!these.isEmpty()) {
                some.put(place, these);
            }
        });
        return some;
    }

    private void listed(Map<String, Set<Trace>> places) {
        places.entrySet().stream()
                .limit(LISTED)
                .forEach(place ->
                        line(
                                "  "
                                        + place.getKey()
                                        + ": "
                                        + place.getValue().stream()
                                                .map(Trace::text)
                                                .sorted()
                                                .limit(LISTED)
                                                .collect(Collectors.joining(" | "))));
        if (places.size() > LISTED) {
            line("  … and " + (places.size() - LISTED) + " more places");
        }
    }

    private static String kinds(ErasurePlan plan) {
        Map<Trace.Kind, Long> kinds =
                plan.traces().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Trace::kind, TreeMap::new, Collectors.counting()));
        return kinds.entrySet().stream()
                .map(kind -> count(kind.getValue(), kind.getKey().name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "))
                .replace("addresss", "addresses");
    }

    private void line(String text) {
        session.out().println(TerminalText.line(text));
    }
}
