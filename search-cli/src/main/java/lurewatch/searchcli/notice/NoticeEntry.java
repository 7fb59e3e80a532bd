package lurewatch.searchcli.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lurewatch.searchcli.export.Item;

/// What a platform is told of a posting: less than an item holds, so that a long list fits into
/// memory.
///
/// @param url of the page
/// @param onPage where it stands there, if it has neither a page nor a mark of its own
/// @param cameAsFile whether it is known of files only that somebody brought in
/// @param version which version the reasons' words are of, for people
/// @param number of that version
/// @param source the capture that they were read from
/// @param why what counts
record NoticeEntry(
        String id,
        String url,
        Optional<String> onPage,
        Instant first,
        Instant last,
        boolean cameAsFile,
        String version,
        int number,
        Optional<Item.Seen> source,
        List<Item.Why> why) {
    static NoticeEntry of(Item item) {
        return new NoticeEntry(
                item.id(),
                item.page(),
                item.onPage(),
                item.first(),
                item.last(),
                item.cameAsFile(),
                item.versionName(),
                item.textVersion(),
                item.source(),
                item.why().stream().filter(Item.Why::counts).toList());
    }
}
