package lurewatch.indexer.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.SiteKind;

/// Reads JSON Feed (jsonfeed.org, versions 1 and 1.1).
final class JsonFeedReader {
    private static final String VERSION = "https://jsonfeed.org/version/";
    private static final int MOST_ITEMS = 1000;

    private final Addresses addresses;
    private final Map<String, PageLink> links = new LinkedHashMap<>();

    private JsonFeedReader(Addresses addresses) {
        this.addresses = addresses;
    }

    static boolean isFeed(JsonNode root) {
        return root.path("version").asText("").startsWith(VERSION) && root.path("items").isArray();
    }

    /// Items are postings where the site is watched as a feed; elsewhere they only lead to pages.
    static PageReading read(JsonNode root, Addresses addresses, SiteKind kind) {
        JsonFeedReader reader = new JsonFeedReader(addresses);
        List<Draft> drafts = new ArrayList<>();
        for (JsonNode item : root.path("items")) {
            if (drafts.size() < MOST_ITEMS) {
                drafts.add(reader.item(item));
            }
        }
        reader.link(root.path("next_url").asText(""), "", PageLink.Kind.NEXT, Optional.empty());
        return new PageReading(kind == SiteKind.FEED ? drafts : List.of(), reader.links);
    }

    private Draft item(JsonNode item) {
        String title = Prose.line(item.path("title").asText(""));
        String url = item.path("url").asText(item.path("id").asText(""));
        Optional<Instant> published = Dates.read(item.path("date_published").asText(""));
        Optional<Instant> changed = Dates.claimed(item.path("date_modified").asText(""));
        link(url, title, PageLink.Kind.ITEM, changed.or(() -> published));
        Draft draft =
                new Draft()
                        .at(ClaimedAddress.of(url, addresses))
                        .title(title)
                        .author(author(item))
                        .postedAt(published);
        content(item, draft);
        if (!draft.saysSomething()) {
            draft.body(title);
        }
        ClaimedAddress.told(url, addresses).ifPresent(told -> draft.link(told, title));
        return draft;
    }

    private void content(JsonNode item, Draft draft) {
        String html = item.path("content_html").asText("");
        String text = item.path("content_text").asText(item.path("summary").asText(""));
        draft.body(html.isEmpty() ? text : Prose.ofHtml(html));
        if (!html.isEmpty()) {
            FeedReader.addLinks(Html.fragment(html), addresses, draft);
        }
    }

    /// Version 1.1 has a list of authors, version 1 one.
    private static String author(JsonNode item) {
        String first = item.path("authors").path(0).path("name").asText("");
        return first.isEmpty() ? item.path("author").path("name").asText("") : first;
    }

    private void link(String url, String anchor, PageLink.Kind kind, Optional<Instant> changedAt) {
        PageLink.of(addresses, url, anchor, kind, changedAt)
                .ifPresent(link -> links.putIfAbsent(link.url(), link));
    }
}
