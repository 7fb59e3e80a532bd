package lurewatch.searchcli.export;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The columns of tables: one row per posting, and one per posting and contact.
final class Tables {
    static final List<String> POSTINGS =
            List.of(
                    "id",
                    "score",
                    "class",
                    "context",
                    "lang",
                    "title",
                    "url",
                    "site",
                    "employer",
                    "location",
                    "countries",
                    "places",
                    "signals",
                    "contacts",
                    "posted",
                    "first_seen",
                    "last_seen",
                    "versions",
                    "text",
                    "why",
                    "pay",
                    "author",
                    "tlp",
                    "pap",
                    "captured",
                    "http_status",
                    "payload_sha256",
                    "record_sha256",
                    "warc_file",
                    "warc_offset",
                    "rules");

    static final List<String> CONTACTS =
            List.of("id", "kind", "contact", "score", "url", "first_seen", "last_seen");

    private Tables() {}

    static List<String> posting(Item item) {
        Optional<Item.Seen> shown =
                item.captures().stream()
                        .filter(seen -> seen.shows().startsWith("version"))
                        .reduce((_, later) -> later);
        return List.of(
                item.id(),
                number(item.score()),
                item.assessmentClass(),
                item.context(),
                item.lang().orElse(""),
                item.title(),
                item.url(),
                item.site(),
                item.employer().orElse(""),
                item.location().orElse(""),
                String.join(" ", item.countries()),
                String.join(" ", item.places()),
                String.join(" ", item.signals()),
                item.contacts().stream().map(Item.Contact::uri).collect(Collectors.joining(" ")),
                item.posted().map(Instant::toString).orElse(""),
                item.first().toString(),
                item.last().toString(),
                Integer.toString(item.versions()),
                item.text(),
                item.why().stream().map(Tables::why).collect(Collectors.joining("; ")),
                item.pay().stream().map(Item.Pay::written).collect(Collectors.joining("; ")),
                item.author().orElse(""),
                item.tlp().map(level -> "TLP:" + level.toUpperCase(Locale.ROOT)).orElse(""),
                item.pap().map(level -> "PAP:" + level.toUpperCase(Locale.ROOT)).orElse(""),
                shown.map(seen -> seen.fetched().toString()).orElse(""),
                shown.map(seen -> Integer.toString(seen.status())).orElse(""),
                shown.map(Item.Seen::payloadDigest).orElse(""),
                shown.map(Item.Seen::recordDigest).orElse(""),
                shown.map(Item.Seen::file).orElse(""),
                shown.map(seen -> Long.toString(seen.offset())).orElse(""),
                item.rules());
    }

    private static String why(Item.Why why) {
        return why.signal()
                + ": "
                + why.quotes().stream()
                        .map(Item.Quote::quote)
                        .distinct()
                        .collect(Collectors.joining(" / "));
    }

    static List<String> contact(Item item, Item.Contact contact) {
        return List.of(
                item.id(),
                contact.kind(),
                contact.uri(),
                number(item.score()),
                item.url(),
                item.first().toString(),
                item.last().toString());
    }

    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
