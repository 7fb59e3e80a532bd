package lurewatch.crawler.fetch;

import java.util.Optional;
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
                .flatMap(written ->
                        WebUrl.parse(answer.url()).flatMap(base -> base.resolve(written)));
    }
}
