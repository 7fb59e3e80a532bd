package lurewatch.searchcli.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.PostingId;

/// The postings that a watch has counted: each once ever, and those that may still make a count
/// full. Used by one thread.
final class Tally {
    private final Set<PostingId> known = new HashSet<>();
    private final List<Member> open = new ArrayList<>();

    /// A posting that counts, and since when.
    record Member(PostingId posting, Instant at) {}

    boolean knows(PostingId posting) {
        return known.contains(posting);
    }

    Set<PostingId> known() {
        return Set.copyOf(known);
    }

    List<Member> open() {
        return List.copyOf(open);
    }

    /// Takes up what was counted before.
    void addKnown(PostingId posting) {
        known.add(posting);
    }

    void addOpen(Member member) {
        known.add(member.posting());
        open.add(member);
    }

    /// Counts one more; gives those that are full with it, and begins anew.
    List<PostingId> count(Member member, int full, Optional<Duration> window) {
        addOpen(member);
        window.ifPresent(
                time -> open.removeIf(other -> other.at().isBefore(member.at().minus(time))));
        if (open.size() < full) {
            return List.of();
        }
        List<PostingId> counted = open.stream().map(Member::posting).toList();
        open.clear();
        return counted;
    }
}
