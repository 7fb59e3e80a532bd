package lurewatch.searchcli.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What analysts say of postings.
///
/// A label takes the place of the same analyst's earlier one and of nobody else's: where two
/// disagree both stand, until one of them says otherwise or somebody lifts both. An event that
/// takes the place of others names them, so that what stands does not depend on whose clock was
/// right: an event that somebody did not know of is never undone by them.
public final class Labels {
    static final EventKind SET = new EventKind("label.set");
    static final EventKind LIFTED = new EventKind("label.lifted");

    private static final String LIFTS = "lifts";

    private final EventLog log;

    public Labels(EventLog log) {
        this.log = log;
    }

    /// Labels postings, all with one event.
    ///
    /// @param analyst who the log is opened for
    public Event set(Collection<String> postings, Label label, String analyst, String reason) {
        return log.change(() -> {
            Set<String> earlier = new LinkedHashSet<>();
            postings.forEach(posting ->
                    of(posting).stream()
                            .filter(standing -> standing.analyst().equals(analyst))
                            .map(StandingLabel::hash)
                            .forEach(earlier::add));
            return log.add(SET, postings, details(Map.of("label", label.label()), reason, earlier));
        });
    }

    /// Lifts every label that stands at these postings.
    ///
    /// @return the postings that had one
    public List<String> lift(Collection<String> postings, String reason) {
        return log.change(() -> {
            Set<String> earlier = new LinkedHashSet<>();
            List<String> labelled = new ArrayList<>();
            for (String posting : new LinkedHashSet<>(postings)) {
                List<StandingLabel> standing = of(posting);
                standing.stream().map(StandingLabel::hash).forEach(earlier::add);
                if (!standing.isEmpty()) {
                    labelled.add(posting);
                }
            }
            if (!labelled.isEmpty()) {
                log.add(LIFTED, labelled, details(Map.of(), reason, earlier));
            }
            return labelled;
        });
    }

    private static Map<String, String> details(
            Map<String, String> first, String reason, Set<String> lifts) {
        Map<String, String> details = new LinkedHashMap<>(first);
        details.put("reason", reason);
        if (!lifts.isEmpty()) {
            details.put(LIFTS, String.join(" ", lifts));
        }
        return details;
    }

    /// The labels that stand at a posting, the oldest first.
    public List<StandingLabel> of(String posting) {
        return standing(log.about(posting, SET, LIFTED)).getOrDefault(posting, List.of());
    }

    /// All labels that stand, by posting.
    public Map<String, List<StandingLabel>> all() {
        return standing(log.of(SET, LIFTED));
    }

    /// Whether a label stands that keeps the posting out of lists of suspects.
    public static boolean isProtected(List<StandingLabel> standing) {
        return standing.stream().anyMatch(StandingLabel::isProtective);
    }

    private static Map<String, List<StandingLabel>> standing(List<Event> events) {
        Map<String, Set<String>> lifted = new HashMap<>();
        for (Event event : events) {
            String lifts = event.text(LIFTS);
            if (!lifts.isEmpty()) {
                List<String> hashes = List.of(lifts.split(" ", -1));
                event.about()
                        .forEach(posting ->
                                lifted.computeIfAbsent(posting, _ -> new HashSet<>())
                                        .addAll(hashes));
            }
        }
        Map<String, List<StandingLabel>> standing = new TreeMap<>();
        for (Event event : events) {
            if (event.kind().equals(SET)) {
                for (String posting : event.about()) {
                    if (!lifted.getOrDefault(posting, Set.of()).contains(event.hash())) {
                        standing.computeIfAbsent(posting, _ -> new ArrayList<>())
                                .add(StandingLabel.of(posting, event));
                    }
                }
            }
        }
        return standing;
    }
}
