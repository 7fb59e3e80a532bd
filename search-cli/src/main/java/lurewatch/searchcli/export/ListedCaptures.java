package lurewatch.searchcli.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Which captures of a posting a pack lists: all, or of more than anybody reads those that tell
/// most. An ad that is looked at every ten minutes has fifty thousand a year.
///
/// First come the capture that the text is of, the newest with a picture, and the first and last
/// sighting by each provenance; then the first and last capture of each version and of each thing
/// that was found in its stead; then the first with each payload; then the others. Of the kind that
/// there is no room for as a whole, captures are taken at even distances.
final class ListedCaptures {
    /// Some 40 kB of a line, and a dossier's table of ten pages.
    static final int MOST = 100;

    private final List<Item.Seen> all;
    private final NavigableSet<Integer> chosen = new TreeSet<>();

    private ListedCaptures(List<Item.Seen> all) {
        this.all = all;
    }

    /// The captures that are listed, in ledger order.
    ///
    /// @param all in that order
    /// @param source the capture that the text is of
    static List<Item.Seen> of(List<Item.Seen> all, Optional<Long> source) {
        if (all.size() <= MOST) {
            return all;
        }
        ListedCaptures listed = new ListedCaptures(all);
        listed.add(listed.needed(source));
        listed.add(listed.ends(every(all), Item.Seen::shows));
        listed.add(firsts(every(all), at -> all.get(at).payloadDigest()).values());
        listed.add(every(all));
        return listed.chosen.stream().map(all::get).toList();
    }

    private static List<Integer> every(List<Item.Seen> all) {
        return IntStream.range(0, all.size()).boxed().toList();
    }

    private Collection<Integer> needed(Optional<Long> source) {
        List<Integer> shown = every(all).stream().filter(at -> all.get(at).showsPosting()).toList();
        List<Integer> needed = new ArrayList<>(ends(shown, Item.Seen::provenance));
        every(all).stream()
                .filter(at -> source.filter(c -> c == all.get(at).capture()).isPresent())
                .forEach(needed::add);
        every(all).reversed().stream()
                .filter(at -> all.get(at).picture().isPresent())
                .findFirst()
                .ifPresent(needed::add);
        return needed;
    }

    /// The first and the last of each kind.
    private Collection<Integer> ends(List<Integer> among, Function<Item.Seen, String> kind) {
        Function<Integer, String> kindAt = at -> kind.apply(all.get(at));
        List<Integer> ends = new ArrayList<>(firsts(among, kindAt).values());
        ends.addAll(firsts(among.reversed(), kindAt).values());
        return ends;
    }

    private static Map<String, Integer> firsts(
            List<Integer> among, Function<Integer, String> kind) {
        Map<String, Integer> firsts = new HashMap<>();
        among.forEach(at -> firsts.putIfAbsent(kind.apply(at), at));
        return firsts;
    }

    /// Adds them, or as many as there is room for.
    private void add(Collection<Integer> more) {
        NavigableSet<Integer> distinct = new TreeSet<>(more);
        distinct.removeAll(chosen);
        List<Integer> open = List.copyOf(distinct);
        int room = Math.min(MOST - chosen.size(), open.size());
        for (int i = 0; i < room; i++) {
            chosen.add(open.get((int) ((long) i * open.size() / room)));
        }
    }
}
