package lurewatch.indexer.extract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import lurewatch.indexer.SiteKind;

/// Reads JSON whose form is known: what an import says it is, feeds, which say so themselves, and
/// what platforms' public interfaces answer, by its shape.
final class JsonReaders {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Where the reader got its bound from.
    private static final Pattern BY_WHOM = Pattern.compile(", from `[^`]*`");

    /// Names, values, and where objects and lists begin and end.
    private static final int MOST_TOKENS = 1_000_000;

    private JsonReaders() {}

    /// @throws UnreadableException where it is no JSON, or of no form that is known
    static PageReading read(String text, String contentType, Addresses addresses, SiteKind kind) {
        JsonNode root = parsed(text);
        return switch (ContentType.parameter(contentType, "profile")) {
            case "post" -> PostReader.read(root, addresses);
            case "telegram-message" -> TelegramReader.read(root, addresses);
            default -> byShape(root, addresses, kind);
        };
    }

    private static PageReading byShape(JsonNode root, Addresses addresses, SiteKind kind) {
        if (JsonFeedReader.isFeed(root)) {
            return JsonFeedReader.read(root, addresses, kind).by("feed");
        } else if (RedditReader.isReddit(root)) {
            return RedditReader.read(root, addresses);
        } else if (MastodonReader.isMastodon(root)) {
            return MastodonReader.read(root, addresses);
        } else if (BlueskyReader.isBluesky(root)) {
            return BlueskyReader.read(root, addresses);
        } else if (DiscourseReader.isDiscourse(root)) {
            return DiscourseReader.read(root, addresses);
        }
        throw new UnreadableException("JSON of no form that is known");
    }

    private static JsonNode parsed(String text) {
        if (text.length() > Html.LONGEST) {
            throw new UnreadableException(Html.tooLong(text.length()));
        }
        try {
            count(text);
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UnreadableException("no JSON that can be read: " + inWords(e), e);
        }
    }

    /// A tree takes thirty times the room of what it is written as where that is `{},{},{}`.
    private static void count(String text) throws JsonProcessingException {
        try (JsonParser parser = JSON.createParser(text)) {
            int tokens = 0;
            int depth = 0;
            do {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                tokens++;
            } while (depth > 0 && tokens <= MOST_TOKENS);
            if (depth > 0) {
                throw new UnreadableException(
                        "limit json_tokens=" + MOST_TOKENS + " observed=" + tokens);
            }
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text is no file
        }
    }

    /// What is wrong with it, in words that do not speak of the program that reads it.
    static String inWords(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        return switch (e) {
            case JsonEOFException _ -> "it ends in the middle";
            case StreamConstraintsException _ -> BY_WHOM.matcher(message).replaceAll("");
            default -> message.split(": ", 2)[0];
        };
    }
}
