package lurewatch.searchcli.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Digest;
import lurewatch.searchcli.export.Item;

/// What one platform is told: postings at its addresses, and accounts on it that postings elsewhere
/// name.
///
/// @param name of its files
/// @param addressee the platform, or a host that stands for itself
/// @param channel how it takes notices; empty for a host
record Notice(
        String name,
        String addressee,
        Optional<String> channel,
        List<NoticeEntry> postings,
        List<Account> accounts) {
    private static final int LONGEST_HOST = 100;
    private static final int NAME_DIGITS = 8;

    /// An account and the posting that names it.
    record Account(Item.Contact contact, NoticeEntry posting) {}

    static Notice to(Platforms.Platform platform) {
        return new Notice(
                platform.name(),
                platform.title(),
                Optional.of(platform.channel()),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /// To whoever runs that host.
    static Notice toHost(String host) {
        return new Notice(
                "site-" + fileName(host),
                host,
                Optional.empty(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /// A host as part of a file's name: what may stand in one as it is, anything else by its
    /// digest.
    private static String fileName(String host) {
        boolean isPlain =
                host.length() <= LONGEST_HOST
                        && host.matches("[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?");
        return isPlain ? host : "x" + Digest.of(host).prefix(NAME_DIGITS);
    }
}
