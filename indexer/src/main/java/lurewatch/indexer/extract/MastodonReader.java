package lurewatch.indexer.extract;

import com.fasterxml.jackson.databind.JsonNode;

/// Reads statuses as Mastodon's API gives them, and servers that speak it: a timeline
/// (`/api/v1/timelines/tag/NAME`), an account's statuses, what was said around one
/// (`/api/v1/statuses/ID/context`), a search's result, or a single status.
final class MastodonReader {
    /// Posts quote posts that quote posts.
    private static final int MOST_QUOTED = 4;

    private final Addresses addresses;
    private final PostList posts;

    private MastodonReader(Addresses addresses) {
        this.addresses = addresses;
        this.posts = new PostList(addresses);
    }

    static boolean isMastodon(JsonNode root) {
        return isStatus(root.isArray() ? root.path(0) : root)
                || isStatus(root.path("statuses").path(0))
                || isStatus(root.path("ancestors").path(0))
                || isStatus(root.path("descendants").path(0));
    }

    private static boolean isStatus(JsonNode status) {
        return status.path("content").isTextual()
                && status.path("created_at").isTextual()
                && status.path("account").path("acct").isTextual();
    }

    static PageReading read(JsonNode root, Addresses addresses) {
        MastodonReader reader = new MastodonReader(addresses);
        if (root.isArray()) {
            reader.takeAll(root);
            // Timelines go on below the id of their last status.
            reader.posts.next("max_id", root.path(root.size() - 1).path("id").asText(""));
        } else if (isStatus(root)) {
            reader.take(root);
        } else {
            reader.takeAll(root.path("statuses"));
            reader.takeAll(root.path("ancestors"));
            reader.takeAll(root.path("descendants"));
        }
        return reader.posts.reading("mastodon");
    }

    private void takeAll(JsonNode statuses) {
        for (JsonNode status : statuses) {
            if (isStatus(status) && !posts.isFull()) {
                take(status);
            }
        }
    }

    private void take(JsonNode shown) {
        JsonNode shared = shown.path("reblog");
        JsonNode status = isStatus(shared) ? shared : shown;
        Draft draft = post(status);
        // What is quoted is its author's, and stands at an address of its own.
        JsonNode quoted = quoted(status);
        for (int depth = 0; isStatus(quoted) && depth < MOST_QUOTED && !posts.isFull(); depth++) {
            HtmlText.link(quoted.path("url"), "", draft, addresses);
            draft = post(quoted);
            quoted = quoted(quoted);
        }
    }

    /// As Mastodon has it, and as others had it before.
    private static JsonNode quoted(JsonNode status) {
        JsonNode quote = status.path("quote");
        JsonNode quoted = quote.path("quoted_status");
        JsonNode older = isStatus(quote) ? quote : status.path("pleroma").path("quote");
        return isStatus(quoted) ? quoted : older;
    }

    private Draft post(JsonNode status) {
        Draft links = new Draft();
        String words = HtmlText.words(status.path("content").asText(""), links, addresses);
        String url = status.path("url").asText(status.path("uri").asText(""));
        Draft draft = posts.post(url, status.path("spoiler_text").asText(""), words);
        draft.author(author(status.path("account")))
                .postedAt(Dates.read(status.path("created_at").asText()))
                .linksOf(links);
        for (JsonNode media : status.path("media_attachments")) {
            draft.alternative(media.path("description").asText(""));
        }
        for (JsonNode option : status.path("poll").path("options")) {
            draft.field(option.path("title").asText(""));
        }
        JsonNode card = status.path("card");
        draft.field(card.path("title").asText("")).field(card.path("description").asText(""));
        HtmlText.link(card.path("url"), card.path("title").asText(""), draft, addresses);
        return draft;
    }

    /// `Name (@name@server)`: both are written by whoever has the account.
    private static String author(JsonNode account) {
        String name = Prose.line(account.path("display_name").asText(""));
        String handle = "@" + account.path("acct").asText();
        return name.isEmpty() ? handle : name + " (" + handle + ")";
    }
}
