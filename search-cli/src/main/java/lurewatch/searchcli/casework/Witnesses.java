package lurewatch.searchcli.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Other desks' captures that were held against ours, by posting.
public final class Witnesses {
    static final EventKind HEARD = new EventKind("evidence.witness");

    private final EventLog log;

    public Witnesses(EventLog log) {
        this.log = log;
    }

    /// Keeps what a pack says of a posting; once, however often the pack is read.
    ///
    /// @return whether it is new
    public boolean hear(String posting, Witness witness) {
        return log.change(() -> {
            boolean isKnown =
                    of(posting).stream()
                            .anyMatch(known ->
                                    known.pack().equals(witness.pack())
                                            && known.key().equals(witness.key())
                                            && known.capture().equals(witness.capture()));
            if (!isKnown) {
                log.add(HEARD, List.of(posting), witness.details());
            }
            return !isKnown;
        });
    }

    /// What is kept of a posting, in the order in which it was heard.
    public List<Witness> of(String posting) {
        return log.about(posting, HEARD).stream()
                .map(Witness::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /// What is kept of all postings.
    public Map<String, List<Witness>> all() {
        Map<String, List<Witness>> all = new TreeMap<>();
        for (Event event : log.of(HEARD)) {
            Witness.of(event)
                    .ifPresent(witness ->
                            event.about()
                                    .forEach(posting ->
                                            all.computeIfAbsent(posting, _ -> new ArrayList<>())
                                                    .add(witness)));
        }
        return all;
    }
}
