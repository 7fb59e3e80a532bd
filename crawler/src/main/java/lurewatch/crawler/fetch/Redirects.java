package lurewatch.crawler.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.crawler.site.WebUrl;

/// Where an answer sends us.
final class Redirects {
    private static final int MOST_CHARACTERS = 8_192;

    private Redirects() {}

    static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /// The target of a redirect; empty where the answer is none, or leads nowhere we would go.
    static Optional<WebUrl> target(FetchedExchange answer) {
        if (!isRedirect(answer.status())) {
            return Optional.empty();
        }
        return answer.header("Location")
                .filter(written -> written.length() <= MOST_CHARACTERS)
                .map(Redirects::read)
                .flatMap(written ->
                        WebUrl.parse(answer.url()).flatMap(base -> base.resolve(written)));
    }

    /// Why a redirect has no target, for the log.
    static String whyNot(FetchedExchange answer) {
        Optional<String> written = answer.header("Location");
        if (written.isEmpty()) {
            return "no Location";
        }
        int length = written.get().length();
        return length > MOST_CHARACTERS
                ? LimitHit.of("location", MOST_CHARACTERS, length).toString()
                : "not an address that is fetched: " + head(read(written.get()));
    }

    /// Many servers write bare bytes where only ASCII is allowed. What is UTF-8 is read so, as
    /// browsers do; of other encodings the bytes are kept, escaped, as nobody says which one it is.
    private static String read(String written) {
        if (written.chars().allMatch(c -> c < 0x80)) {
            return written;
        }
        byte[] bytes = written.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return written.chars()
                    .mapToObj(c -> c < 0x80 ? Character.toString(c) : "%%%02X".formatted(c))
                    .collect(Collectors.joining());
        }
    }

    private static String head(String written) {
        return written.substring(0, Math.min(written.length(), 120));
    }
}
