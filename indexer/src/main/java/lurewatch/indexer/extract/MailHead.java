package lurewatch.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;

/// What a mail's own head says of it.
///
/// @param id without its angle brackets; may be empty
/// @param date by the sender's word
public record MailHead(String id, Optional<Instant> date) {
    private static final String PLAIN = "!#$%&'*+-/=?^_`{|}~.@[]:";

    /// The head of a mail; empty where there is none that could be read.
    public static MailHead of(byte[] mail) {
        String id = "";
        Optional<Instant> date = Optional.empty();
        MimeTokenStream stream = new MimeTokenStream(MailReader.BOUNDS);
        stream.parse(new ByteArrayInputStream(mail));
        try {
            EntityState state = stream.getState();
            while (state != EntityState.T_END_HEADER && state != EntityState.T_END_OF_STREAM) {
                if (state == EntityState.T_FIELD) {
                    String name = stream.getField().getNameLowerCase();
                    String value = stream.getField().getBody();
                    if (name.equals("message-id") && id.isEmpty()) {
                        id = value.strip().replaceAll("^<|>$", "");
                    } else if (name.equals("date") && date.isEmpty()) {
                        date = Dates.read(value.strip());
                    }
                }
                state = stream.next();
            }
        } catch (IOException | MimeException e) {
            return new MailHead(id, date); // as far as it goes
        }
        return new MailHead(id, date);
    }

    /// The mail's address by RFC 2392, `mid:…`.
    public Optional<String> url() {
        StringBuilder url = new StringBuilder("mid:");
        for (char c : Prose.shortened(id, 500).toCharArray()) {
            boolean plain = c < 0x7f && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
            url.append(plain && c != '%' && c != '#' && c != '?' ? c : '_');
        }
        return id.isEmpty() ? Optional.empty() : Optional.of(url.toString());
    }
}
