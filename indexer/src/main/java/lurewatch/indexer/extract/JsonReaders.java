package lurewatch.indexer.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import lurewatch.indexer.SiteKind;

/// Reads JSON whose form is known: what an import says it is, and feeds, which say so themselves.
final class JsonReaders {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROFILE = "profile=";

    private JsonReaders() {}

    /// @throws IllegalArgumentException where it is no JSON, or of no form that is known
    static Reading read(String text, String contentType, Addresses addresses, SiteKind kind) {
        JsonNode root = parsed(text);
        return switch (profile(contentType)) {
            case "post" -> PostReader.read(root, addresses);
            case "telegram-message" -> TelegramReader.read(root, addresses);
            default -> feed(root, addresses, kind);
        };
    }

    private static Reading feed(JsonNode root, Addresses addresses, SiteKind kind) {
        if (!JsonFeedReader.isFeed(root)) {
            throw new IllegalArgumentException("JSON of no form that is known");
        }
        return JsonFeedReader.read(root, addresses, kind);
    }

    private static JsonNode parsed(String text) {
        if (text.length() > Html.LONGEST) {
            throw new IllegalArgumentException("JSON of more than " + Html.LONGEST + " characters");
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String profile(String contentType) {
        String lower = contentType.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(PROFILE);
        return at < 0 ? "" : lower.substring(at + PROFILE.length()).split(";", 2)[0].strip();
    }
}
