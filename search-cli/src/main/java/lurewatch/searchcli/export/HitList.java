package lurewatch.searchcli.export;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import lurewatch.indexer.Context;
import lurewatch.indexer.search.Hit;
import lurewatch.indexer.search.Hits;

/// What is handed on: every hit of a search, best first, except those that may never stand in a
/// list of suspects (warnings, news, reports of victims). Decided once; every writer gets exactly
/// this.
///
/// Hits are read as they are walked over, so that a list of a million needs no memory for them; the
/// search they came from must stay open.
public final class HitList implements Iterable<Hit> {
    private final Hits hits;
    private final List<String> ids;
    private final int heldBack;

    private HitList(Hits hits, List<String> ids, int heldBack) {
        this.hits = hits;
        this.ids = List.copyOf(ids);
        this.heldBack = heldBack;
    }

    public static HitList of(Hits hits) {
        List<String> ids = new ArrayList<>();
        int heldBack = 0;
        for (Hit hit : hits) {
            if (mayBeHandedOn(hit)) {
                ids.add(hit.id());
            } else {
                heldBack++;
            }
        }
        return new HitList(hits, ids, heldBack);
    }

    private static boolean mayBeHandedOn(Hit hit) {
        return !Context.valueOf(hit.context().toUpperCase(Locale.ROOT)).isProtected();
    }

    /// The ids, in order.
    public List<String> ids() {
        return ids;
    }

    /// How many hits were left out because of what kind of text they are.
    public int heldBack() {
        return heldBack;
    }

    @Override
    public Iterator<Hit> iterator() {
        return StreamSupport.stream(hits.spliterator(), false)
                .filter(HitList::mayBeHandedOn)
                .iterator();
    }
}
