package lurewatch.crawler.intake;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import lurewatch.crawler.site.WebUrl;
import lurewatch.indexer.Digest;
import lurewatch.indexer.LowerCase;

/// A post of a table or list, by its columns; see `--help` of the command for their meaning.
///
/// @param values by column name in lower case
record Post(Map<String, String> values) {
    private static final int LONGEST_SITE = 63;

    /// Whether there is anything to read.
    boolean saysSomething() {
        return !value("text").isBlank() || !value("title").isBlank();
    }

    String url(byte[] bytes) {
        return WebUrl.parse(value("url").strip())
                .map(WebUrl::toString)
                .orElseGet(() -> "urn:sha256:" + Digest.of(bytes).hex());
    }

    /// A site's name as ours are: what is no letter or digit becomes a hyphen.
    Optional<String> site() {
        String name =
                LowerCase.of(value("site")).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(name.substring(0, Math.min(LONGEST_SITE, name.length())));
    }

    /// Only a time with its zone is one; other forms are read, as the posting's own, from its
    /// bytes.
    Optional<Instant> claimed() {
        try {
            return Optional.of(Instant.parse(value("time").strip()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private String value(String column) {
        return values.getOrDefault(column, "");
    }

    IntakeRecord record(String place, String type, byte[] bytes) {
        return IntakeRecord.of(place, url(bytes), claimed(), type, bytes).from(site(), Map.of());
    }
}
