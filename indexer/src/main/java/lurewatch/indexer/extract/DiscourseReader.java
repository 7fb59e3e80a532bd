package lurewatch.indexer.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/// Reads forums that run Discourse by their JSON: a list of topics (`/latest.json`,
/// `/c/NAME/ID.json`), which only leads to them, and a topic (`/t/ID.json`) with its posts.
final class DiscourseReader {
    private static final int USUAL_CHUNK = 20;

    private final Addresses addresses;
    private final PostList posts;

    private DiscourseReader(Addresses addresses) {
        this.addresses = addresses;
        this.posts = new PostList(addresses);
    }

    static boolean isDiscourse(JsonNode root) {
        return root.path("topic_list").path("topics").isArray()
                || root.path("post_stream").path("posts").isArray();
    }

    static PageReading read(JsonNode root, Addresses addresses) {
        DiscourseReader reader = new DiscourseReader(addresses);
        reader.topics(root.path("topic_list"));
        reader.topic(root);
        return reader.posts.reading("discourse");
    }

    private void topics(JsonNode list) {
        for (JsonNode topic : list.path("topics")) {
            posts.item(
                    "/t/" + topic.path("id").asLong(0) + ".json",
                    Prose.line(topic.path("title").asText("")),
                    changed(topic));
        }
        String more = list.path("more_topics_url").asText("");
        int query = more.indexOf('?');
        if (query > 0 && !more.substring(0, query).endsWith(".json")) {
            more = more.substring(0, query) + ".json" + more.substring(query);
        }
        if (!more.isEmpty()) {
            posts.next(more);
        }
    }

    private static Optional<Instant> changed(JsonNode topic) {
        return Dates.claimed(topic.path("last_posted_at").asText(""))
                .or(() -> Dates.claimed(topic.path("created_at").asText("")));
    }

    private void topic(JsonNode root) {
        String title = Prose.line(root.path("title").asText(""));
        long last = 0;
        for (JsonNode post : root.path("post_stream").path("posts")) {
            if (!posts.isFull()) {
                post(root, post, title);
            }
            last = Math.max(last, post.path("post_number").asLong(0));
        }
        long chunk = Math.max(1, root.path("chunk_size").asLong(USUAL_CHUNK));
        if (last > 0 && last < root.path("highest_post_number").asLong(0)) {
            posts.next("page", Long.toString((last + chunk - 1) / chunk + 1));
        }
    }

    private void post(JsonNode topic, JsonNode post, String title) {
        long number = post.path("post_number").asLong(0);
        Draft links = new Draft();
        String words = HtmlText.words(post.path("cooked").asText(""), links, addresses);
        String place =
                "/t/" + topic.path("slug").asText("-") + "/" + topic.path("id").asLong(0) + "/";
        Draft draft = posts.post(place + number, number == 1 ? title : "", words);
        if (number != 1) {
            draft.heading(title);
        }
        draft.author(post.path("username").asText(""))
                .postedAt(Dates.read(post.path("created_at").asText("")))
                .linksOf(links);
    }
}
