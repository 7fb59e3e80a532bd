package lurewatch.crawler.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.extract.SessionIds;

/// Where an answer sends us.
final class Redirects {
    private static final int MOST_CHARACTERS = 8_192;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Redirects() {}

    static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /// The target of a redirect; empty where the answer is none, or leads nowhere we would go.
    static Optional<WebUrl> target(FetchedExchange answer) {
        return target(answer.url(), answer.status(), answer.header("Location"));
    }

    /// @param url that was asked for
    static Optional<WebUrl> target(String url, int status, Optional<String> location) {
        if (!isRedirect(status)) {
            return Optional.empty();
        }
        return location.filter(written -> written.length() <= MOST_CHARACTERS)
                .map(Redirects::read)
                .flatMap(written -> WebUrl.parse(url).flatMap(base -> base.resolve(written)));
    }

    /// The page at an address, whoever is said there to visit it: that is another one every time.
    static WebUrl page(WebUrl url) {
        return url.withPath(SessionIds.without(url.path()));
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
                    .mapToObj(
                            c -> c < 0x80 ? Character.toString(c) : "%" + HEX.toHexDigits((byte) c))
                    .collect(Collectors.joining());
        }
    }

    private static String head(String written) {
        return written.substring(0, Math.min(written.length(), 120));
    }
}
