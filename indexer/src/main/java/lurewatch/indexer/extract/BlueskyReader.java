package lurewatch.indexer.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;

/// Reads posts as Bluesky's public API gives them: an author's feed
/// (`/xrpc/app.bsky.feed.getAuthorFeed`), a search (`…searchPosts`), or a thread
/// (`…getPostThread`).
final class BlueskyReader {
    private static final String SHOWN_AT = "https://bsky.app/profile/";
    private static final String UNKNOWN = "handle.invalid";

    /// Posts quote posts that quote posts.
    private static final int MOST_QUOTED = 4;

    private final Addresses addresses;
    private final PostList posts;

    private BlueskyReader(Addresses addresses) {
        this.addresses = addresses;
        this.posts = new PostList(addresses);
    }

    static boolean isBluesky(JsonNode root) {
        return isPost(root.path("feed").path(0).path("post"))
                || isPost(root.path("posts").path(0))
                || isPost(root.path("thread").path("post"));
    }

    private static boolean isPost(JsonNode post) {
        return post.path("uri").asText("").startsWith("at://")
                && post.path("record").path("text").isTextual();
    }

    static PageReading read(JsonNode root, Addresses addresses) {
        BlueskyReader reader = new BlueskyReader(addresses);
        root.path("feed").forEach(entry -> reader.take(entry.path("post")));
        root.path("posts").forEach(reader::take);
        reader.thread(root.path("thread"));
        reader.posts.next("cursor", root.path("cursor").asText(""));
        return reader.posts.reading("bluesky");
    }

    /// What the post answers, itself, and the answers to it.
    private void thread(JsonNode thread) {
        Deque<JsonNode> left = new ArrayDeque<>();
        left.add(thread);
        for (JsonNode above = thread.path("parent");
                above.isObject();
                above = above.path("parent")) {
            left.addFirst(above);
        }
        while (!left.isEmpty() && !posts.isFull()) {
            JsonNode node = left.removeFirst();
            take(node.path("post"));
            node.path("replies").forEach(left::addLast);
        }
    }

    private void take(JsonNode post) {
        if (!isPost(post) || posts.isFull()) {
            return;
        }
        Draft draft = post(post, post.path("record"));
        quoted(post.path("embed"), draft, 0);
    }

    /// What is quoted is its author's, and stands at an address of its own; a feed or a list of
    /// accounts is only named.
    private void quoted(JsonNode embed, Draft by, int depth) {
        JsonNode record = embed.path("record");
        JsonNode quoted = record.path("record").isObject() ? record.path("record") : record;
        by.field(quoted.path("displayName").asText(quoted.path("name").asText("")))
                .field(quoted.path("description").asText(""));
        JsonNode said = quoted.path("value");
        boolean isShown =
                quoted.path("uri").asText("").startsWith("at://") && said.path("text").isTextual();
        if (isShown && depth < MOST_QUOTED && !posts.isFull()) {
            addresses.target(address(quoted)).ifPresent(url -> by.link(url, ""));
            Draft draft = post(quoted, said);
            quoted.path("embeds").forEach(inner -> quoted(inner, draft, depth + 1));
        }
    }

    private Draft post(JsonNode post, JsonNode record) {
        String text = record.path("text").asText();
        Draft draft =
                posts.post(address(post), "", Prose.lines(text))
                        .author(author(post.path("author")))
                        .postedAt(Dates.read(record.path("createdAt").asText("")));
        for (JsonNode facet : record.path("facets")) {
            for (JsonNode feature : facet.path("features")) {
                HtmlText.link(feature.path("uri"), "", draft, addresses);
            }
        }
        embedded(record.path("embed"), draft);
        embedded(record.path("embed").path("media"), draft);
        return draft;
    }

    private void embedded(JsonNode embed, Draft draft) {
        JsonNode card = embed.path("external");
        String title = card.path("title").asText("");
        draft.field(title).field(card.path("description").asText(""));
        HtmlText.link(card.path("uri"), title, draft, addresses);
        embed.path("images").forEach(image -> draft.alternative(image.path("alt").asText("")));
        draft.alternative(embed.path("alt").asText(""));
    }

    /// `at://did:plc:xyz/app.bsky.feed.post/KEY` as people open it.
    private static String address(JsonNode post) {
        String uri = post.path("uri").asText();
        String key = uri.substring(uri.lastIndexOf('/') + 1);
        return SHOWN_AT + name(post.path("author")) + "/post/" + key;
    }

    /// The handle; the account's number where the handle is not proved to be its own.
    private static String name(JsonNode author) {
        String handle = author.path("handle").asText(UNKNOWN);
        return handle.equals(UNKNOWN) ? author.path("did").asText("") : handle;
    }

    private static String author(JsonNode author) {
        String shown = Prose.line(author.path("displayName").asText(""));
        String handle = "@" + name(author);
        return shown.isEmpty() ? handle : shown + " (" + handle + ")";
    }
}
