package lurewatch.indexer.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.parser.Parser;

/// Reads Reddit's public JSON: a listing of posts (`/r/NAME/new.json`), or a post with its comments
/// (`/comments/ID.json`), as its API documents them.
final class RedditReader {
    private static final Set<String> NOBODYS = Set.of("[deleted]", "[removed]");

    private final Addresses addresses;
    private final PostList posts;
    private final Deque<JsonNode> left = new ArrayDeque<>();

    private RedditReader(Addresses addresses) {
        this.addresses = addresses;
        this.posts = new PostList(addresses);
    }

    /// A thread is a list of two listings: the post, and what was said to it.
    static boolean isReddit(JsonNode root) {
        JsonNode listing = root.isArray() ? root.path(0) : root;
        return listing.path("kind").asText("").equals("Listing")
                && listing.path("data").path("children").isArray();
    }

    static PageReading read(JsonNode root, Addresses addresses) {
        return new RedditReader(addresses).read(root);
    }

    private PageReading read(JsonNode root) {
        if (root.isArray()) {
            root.forEach(this::take);
        } else {
            take(root);
            posts.next("after", text(root.path("data"), "after"));
        }
        while (!left.isEmpty() && !posts.isFull()) {
            JsonNode thing = left.removeFirst();
            JsonNode data = thing.path("data");
            switch (thing.path("kind").asText("")) {
                case "t3" -> post(data, !root.isArray());
                case "t1" -> comment(data);
                default -> {} // what is left to be loaded, and kinds that hold no words
            }
        }
        return posts.reading("reddit");
    }

    private void take(JsonNode listing) {
        listing.path("data").path("children").forEach(left::addLast);
    }

    private void post(JsonNode data, boolean isListed) {
        String place = text(data, "permalink");
        String title = Prose.line(words(text(data, "title")));
        Draft draft = add(data, title, said(data)).field(text(data, "link_flair_text"));
        for (JsonNode picture : data.path("gallery_data").path("items")) {
            draft.alternative(Prose.line(words(text(picture, "caption"))));
            HtmlText.link(picture.path("outbound_url"), "", draft, addresses);
        }
        if (!data.path("is_self").asBoolean(false)) {
            HtmlText.link(data.path("url"), title, draft, addresses);
        }
        if (!draft.saysSomething()) {
            draft.body(title);
        }
        if (isListed && !place.isEmpty()) {
            String thread = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
            posts.item(thread + ".json", title, Dates.ofSeconds(edited(data)));
        }
    }

    /// What it says; where it only shares another post, what that says.
    private static String said(JsonNode data) {
        String own = text(data, "selftext");
        JsonNode shared = data.path("crosspost_parent_list").path(0);
        String theirs = text(shared, "selftext");
        return own.isBlank() && !theirs.isBlank() && !NOBODYS.contains(theirs)
                ? text(shared, "title") + "\n" + theirs
                : own;
    }

    private void comment(JsonNode data) {
        add(data, "", text(data, "body"));
        take(data.path("replies"));
    }

    private Draft add(JsonNode data, String title, String written) {
        String author = text(data, "author");
        return posts.post(
                        text(data, "permalink"),
                        title,
                        NOBODYS.contains(written) ? "" : Prose.lines(words(written)))
                .author(NOBODYS.contains(author) ? "" : author)
                .postedAt(Dates.ofSeconds(data.path("created_utc").asLong(0)));
    }

    /// When it was edited, or written where it never was.
    private static long edited(JsonNode data) {
        long edited = data.path("edited").asLong(0);
        return edited > 1 ? edited : data.path("created_utc").asLong(0);
    }

    private static String text(JsonNode data, String field) {
        JsonNode value = data.path(field);
        return value.isTextual() ? value.asText() : "";
    }

    /// Without `raw_json=1` three signs are written as HTML has them.
    private static String words(String written) {
        return Parser.unescapeEntities(written, false);
    }
}
