package lurewatch.indexer.extract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The posts and links of a platform's JSON while it is read.
final class PostList {
    /// More than any platform gives at once.
    private static final int MOST = 500;

    private static final int HEADING = 80;

    private final Addresses addresses;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, PageLink> links = new LinkedHashMap<>();

    PostList(Addresses addresses) {
        this.addresses = addresses;
    }

    boolean isFull() {
        return drafts.size() >= MOST;
    }

    /// A post that stands there and has that text. One without a title of its own is named by its
    /// first line.
    ///
    /// @param url may be relative; where it is no address, the post gets a name made of its words
    Draft post(String url, String title, String text) {
        Draft draft = new Draft().at(addresses.crawlable(url).orElse("")).body(text);
        if (title.isBlank()) {
            draft.heading(Prose.shortened(text.lines().findFirst().orElse(""), HEADING));
        } else {
            draft.title(title);
        }
        drafts.add(draft);
        return draft;
    }

    void item(String url, String anchor, Optional<Instant> changedAt) {
        link(url, anchor, PageLink.Kind.ITEM, changedAt);
    }

    void next(String url) {
        link(url, "", PageLink.Kind.NEXT, Optional.empty());
    }

    /// What follows is at the same address, but for that parameter.
    void next(String parameter, String value) {
        if (!value.isEmpty()) {
            next(query(parameter, value));
        }
    }

    private String query(String parameter, String value) {
        String page = addresses.page();
        int start = page.indexOf('?');
        StringBuilder query = new StringBuilder("?");
        for (String pair : start < 0 ? new String[0] : page.substring(start + 1).split("&", -1)) {
            if (!pair.isEmpty() && !pair.startsWith(parameter + "=")) {
                query.append(pair).append('&');
            }
        }
        return query.append(parameter)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .toString();
    }

    private void link(String url, String anchor, PageLink.Kind kind, Optional<Instant> changedAt) {
        if (links.size() >= MOST) {
            return;
        }
        PageLink.of(addresses, url, anchor, kind, changedAt)
                .ifPresent(link -> links.putIfAbsent(link.url(), link));
    }

    PageReading reading(String reader) {
        return new PageReading(drafts, links).by(reader);
    }
}
