package lurewatch.searchcli.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lurewatch.searchcli.export.Item;

/// What a platform is told of a posting: less than an item holds, so that a long list fits into
/// memory.
///
/// @param shown the last capture that showed it
/// @param why what counts
record Told(
        String id,
        String url,
        Instant first,
        Instant last,
        Optional<Item.Seen> shown,
        List<Item.Why> why) {
    static Told of(Item item) {
        return new Told(
                item.id(),
                item.url(),
                item.first(),
                item.last(),
                item.captures().stream()
                        .filter(seen -> seen.shows().startsWith("version"))
                        .reduce((_, later) -> later),
                item.why().stream().filter(Item.Why::counts).toList());
    }
}
