package lurewatch.indexer.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads one message of a chat that was written into a text file. The media type says in which form
/// and, where the file tells, on what day.
final class ChatReader {
    private static final int HEADING = 80;

    /// Phones show who is not in their list of contacts by number, or by number and name.
    private static final Pattern NUMBER = Pattern.compile("\\+?[\\p{Nd}() .\\u00A0-]{7,25}");

    private ChatReader() {}

    static PageReading read(String message, String contentType, Addresses addresses) {
        ChatForm form = form(contentType);
        String first = message.lines().findFirst().orElse("");
        ChatHead head =
                form.head(first)
                        .orElseThrow(() -> new UnreadableException("a message without a head"));
        String text = unquoted(message.substring(head.textStart()).strip());
        String author = head.author().orElse("");
        Draft draft =
                new Draft()
                        .at(addresses.page())
                        .heading(Prose.shortened(text.lines().findFirst().orElse(""), HEADING))
                        .author(author)
                        .postedAt(time(contentType, head))
                        .body(text);
        if (form == ChatForm.WHATSAPP && NUMBER.matcher(author).matches()) {
            draft.field("WhatsApp: " + author);
        }
        return PageReading.of(List.of(draft));
    }

    /// LINE puts what has several lines between quotation marks.
    private static String unquoted(String text) {
        boolean isQuoted =
                text.length() > 2
                        && text.startsWith("\"")
                        && text.endsWith("\"")
                        && text.indexOf('\n') >= 0;
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }

    private static ChatForm form(String contentType) {
        String named = ContentType.parameter(contentType, "form").toUpperCase(Locale.ROOT);
        for (ChatForm form : ChatForm.values()) {
            if (form.name().equals(named)) {
                return form;
            }
        }
        throw new UnreadableException("a chat of no form that is known");
    }

    /// As other times without a zone are read.
    private static Optional<Instant> time(String contentType, ChatHead head) {
        String day = ContentType.parameter(contentType, "day");
        if (day.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.parse(day)
                            .atTime(head.time().orElse(LocalTime.MIDNIGHT))
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
