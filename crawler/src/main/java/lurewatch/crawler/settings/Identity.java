package lurewatch.crawler.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/// Who the crawler says it is. Without both, a real crawl does not start.
///
/// @param userAgent the product token that robots.txt files address, such as `ExampleLabBot`
/// @param contact a page or address where a site's owner reaches the operator
public record Identity(Optional<String> userAgent, Optional<String> contact) {
    public static final Identity DEFAULTS = new Identity(Optional.empty(), Optional.empty());

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z][A-Za-z_-]{2,40}");
    private static final Pattern CONTACT =
            Pattern.compile("(?:https?://|mailto:)?[\\x21-\\x7e&&[^()]]{4,200}");

    public Identity {
        userAgent.ifPresent(name -> {
            if (!TOKEN.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "user_agent '" + name + "' must be 3 to 41 letters, _ or -");
            }
        });
        contact.ifPresent(written -> {
            if (!CONTACT.matcher(written).matches()) {
                throw new IllegalArgumentException(
                        "contact '" + written + "' must be a URL or mail address");
            }
        });
    }

    public boolean isComplete() {
        return userAgent.isPresent() && contact.isPresent();
    }

    /// The `User-Agent` header: `ExampleLabBot (+https://example.org/bot)`. Only when complete.
    public String header() {
        return userAgent.orElseThrow() + " (+" + contact.orElseThrow() + ")";
    }
}
