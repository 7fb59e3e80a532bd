package lurewatch.searchcli.export;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns of tables that are handed on: one row per posting, and one per posting and contact.
final class Tables {
    static final List<String> POSTINGS =
            Stream.concat(
                            PostingRow.COLUMNS.stream(),
                            Stream.of(
                                    "text",
                                    "why",
                                    "pay",
                                    "author",
                                    "tlp",
                                    "pap",
                                    "on_page",
                                    "text_version",
                                    "capture",
                                    "provenance",
                                    "claimed",
                                    "captured",
                                    "http_status",
                                    "payload_sha256",
                                    "record_sha256",
                                    "warc_file",
                                    "warc_offset",
                                    "rules",
                                    "title_read_as",
                                    "text_read_as",
                                    "why_read_as"))
                    .toList();

    static final List<String> CONTACTS =
            List.of(
                    "id",
                    "kind",
                    "contact",
                    "score",
                    "url",
                    "first_seen",
                    "last_seen",
                    "tlp",
                    "pap");

    private Tables() {}

    static List<String> posting(Item item) {
        return Stream.concat(row(item).cells().stream(), proof(item)).toList();
    }

    private static PostingRow row(Item item) {
        return new PostingRow(
                item.id(),
                item.score(),
                item.assessmentClass(),
                item.context(),
                item.lang(),
                item.title(),
                item.page(),
                item.site(),
                item.employer(),
                item.location(),
                item.countries(),
                item.places(),
                item.signals(),
                item.contacts().stream().map(Item.Contact::uri).toList(),
                item.posted(),
                item.first(),
                item.last(),
                item.versions());
    }

    private static Stream<String> proof(Item item) {
        Optional<Item.Seen> source = item.source();
        return Stream.of(
                item.text(),
                item.why().stream().map(Tables::why).collect(Collectors.joining("; ")),
                item.pay().stream().map(Item.Pay::written).collect(Collectors.joining("; ")),
                item.author().orElse(""),
                tlp(item),
                pap(item),
                item.onPage().orElse(""),
                Integer.toString(item.textVersion()),
                source.map(seen -> "c" + seen.capture()).orElse(""),
                source.map(Item.Seen::provenance).orElse(""),
                source.flatMap(Item.Seen::claimed).map(Instant::toString).orElse(""),
                source.map(seen -> seen.fetched().toString()).orElse(""),
                source.flatMap(Item.Seen::status).map(code -> Integer.toString(code)).orElse(""),
                source.map(Item.Seen::payloadDigest).orElse(""),
                source.map(Item.Seen::recordDigest).orElse(""),
                source.map(Item.Seen::file).orElse(""),
                source.map(seen -> Long.toString(seen.offset())).orElse(""),
                item.rules(),
                item.reading().map(Item.Reading::title).orElse(""),
                item.reading().map(Item.Reading::text).orElse(""),
                whyReadAs(item));
    }

    private static String tlp(Item item) {
        return item.tlp().map(level -> "TLP:" + level.toUpperCase(Locale.ROOT)).orElse("");
    }

    private static String pap(Item item) {
        return item.pap().map(level -> "PAP:" + level.toUpperCase(Locale.ROOT)).orElse("");
    }

    private static String why(Item.Why why) {
        return why.signal()
                + ": "
                + why.quotes().stream()
                        .map(Item.Quote::quote)
                        .distinct()
                        .collect(Collectors.joining(" / "));
    }

    /// As [#why] of the quotes that are not legible as they stand, with what they say.
    private static String whyReadAs(Item item) {
        return item.why().stream()
                .filter(why -> !why.unreadable().isEmpty())
                .map(why ->
                        why.signal()
                                + ": "
                                + why.unreadable().stream()
                                        .flatMap(quote -> quote.readAs().stream())
                                        .collect(Collectors.joining(" / ")))
                .collect(Collectors.joining("; "));
    }

    static List<String> contact(Item item, Item.Contact contact) {
        return List.of(
                item.id(),
                contact.kind(),
                contact.uri(),
                PostingRow.number(item.score()),
                item.page(),
                item.first().toString(),
                item.last().toString(),
                tlp(item),
                pap(item));
    }
}
