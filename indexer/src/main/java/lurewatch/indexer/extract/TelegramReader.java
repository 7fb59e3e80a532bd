package lurewatch.indexer.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads one message as Telegram Desktop exports it to JSON.
final class TelegramReader {
    private static final int HEADING = 80;

    private TelegramReader() {}

    static PageReading read(JsonNode message, Addresses addresses) {
        String text = text(message.path("text"));
        Draft draft =
                new Draft()
                        .at(addresses.page())
                        .heading(Prose.shortened(text.lines().findFirst().orElse(""), HEADING))
                        .author(author(message))
                        .postedAt(time(message))
                        .body(text);
        said(draft, "Forwarded from ", message.path("forwarded_from"));
        said(draft, "Edited ", message.path("edited"));
        contact(draft, message.path("contact_information"));
        poll(draft, message.path("poll"));
        for (JsonNode entity : message.path("text_entities")) {
            link(draft, entity);
        }
        for (JsonNode part : message.path("text")) {
            link(draft, part);
        }
        for (JsonNode row : message.path("inline_bot_buttons")) {
            row.forEach(button -> button(draft, button, addresses));
        }
        return PageReading.of(List.of(draft));
    }

    /// A text is a string, or a list of strings and of objects with a `text`.
    private static String text(JsonNode text) {
        if (text.isTextual()) {
            return text.asText();
        }
        StringBuilder whole = new StringBuilder();
        for (JsonNode part : text) {
            whole.append(part.isTextual() ? part.asText() : part.path("text").asText());
        }
        return whole.toString();
    }

    private static String author(JsonNode message) {
        String from = message.path("from").asText("");
        String signed = message.path("author").asText("");
        return signed.isEmpty() ? from : from + ", " + signed;
    }

    private static Optional<Instant> time(JsonNode message) {
        return Dates.ofSeconds(message.path("date_unixtime").asLong(0))
                .or(() -> Dates.read(message.path("date").asText("")));
    }

    private static void said(Draft draft, String label, JsonNode value) {
        if (value.isTextual()) {
            draft.field(label + value.asText());
        }
    }

    private static void contact(Draft draft, JsonNode contact) {
        if (contact.isObject()) {
            draft.body(
                    String.join(
                            " ",
                            contact.path("first_name").asText(""),
                            contact.path("last_name").asText(""),
                            contact.path("phone_number").asText("")));
        }
    }

    private static void poll(Draft draft, JsonNode poll) {
        if (poll.isObject()) {
            StringBuilder lines = new StringBuilder(text(poll.path("question")));
            poll.path("answers")
                    .forEach(answer -> lines.append('\n').append(text(answer.path("text"))));
            draft.body(lines.toString());
        }
    }

    private static void link(Draft draft, JsonNode entity) {
        String href = entity.path("href").asText("");
        if (!href.isEmpty()) {
            draft.link(href, Prose.line(entity.path("text").asText("")));
        }
    }

    private static void button(Draft draft, JsonNode button, Addresses addresses) {
        String words = button.path("text").asText("");
        draft.body(words);
        addresses.target(button.path("data").asText("")).ifPresent(to -> draft.link(to, words));
    }
}
