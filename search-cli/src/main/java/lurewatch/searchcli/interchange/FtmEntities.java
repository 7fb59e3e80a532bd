package lurewatch.searchcli.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.indexer.ContactKind;
import lurewatch.searchcli.export.ContactTally;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.ItemJson;
import lurewatch.searchcli.export.ListWriter;
import lurewatch.searchcli.export.ReadBack;

/// FollowTheMoney entities, one a line, as Aleph, OpenAleph and Datashare load them: postings as
/// pages, contacts as accounts and wallets, and links between them. No topic is claimed for
/// anybody: those are for what people have confirmed.
public final class FtmEntities implements ListWriter {
    private static final String NAME = "entities.ftm.json";
    private static final JsonMapper JSON = ItemJson.mapper();
    private static final String CRAWLER = "lurewatch";

    /// Ids of postings begin so, and no others.
    private static final String POSTING = "lurewatch-";

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}");

    /// What readers of the model take for an address; the schema refuses others.
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}\\.[A-Za-z]{2,24}");

    @Override
    public List<String> files() {
        return List.of(NAME);
    }

    @Override
    public void write(HitList list, Path folder) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(folder.resolve(NAME))) {
            list.forEach(item -> line(lines, page(item)));
            for (ContactTally tally : ContactTally.of(list)) {
                line(lines, contact(tally.contact()));
            }
            list.forEach(item -> {
                for (Item.Contact contact : item.contacts()) {
                    if (!contact.masked()) {
                        line(lines, link(item, contact));
                    }
                }
            });
        }
    }

    private static void line(BufferedWriter lines, JsonNode entity) throws IOException {
        lines.write(JSON.writeValueAsString(entity));
        lines.write('\n');
    }

    private static ObjectNode page(Item item) {
        ObjectNode properties = JSON.createObjectNode();
        add(properties, "name", item.title().isBlank() ? item.id() : item.title());
        add(properties, "title", item.title());
        add(properties, "fileName", item.id());
        if (item.hasUrl()) {
            PlainUrl.of(item.page()).ifPresent(url -> add(properties, "sourceUrl", url.text()));
        }
        add(properties, "bodyText", item.text());
        item.source()
                .map(Item.Seen::mediaType)
                .filter(type -> MEDIA_TYPE.matcher(type).matches())
                .ifPresent(type -> add(properties, "mimeType", type));
        add(properties, "crawler", CRAWLER);
        item.source().ifPresent(seen -> add(properties, "retrievedAt", seen.fetched().toString()));
        item.posted().ifPresent(at -> add(properties, "publishedAt", at.toString()));
        item.author().ifPresent(author -> add(properties, "author", author));
        item.lang()
                .flatMap(FtmEntities::language)
                .ifPresent(code -> add(properties, "language", code));
        item.translation()
                .ifPresent(made -> {
                    add(properties, "translatedText", made.text());
                    language(made.to())
                            .ifPresent(code -> add(properties, "translatedLanguage", code));
                });
        item.countries()
                .forEach(country -> add(properties, "country", country.toLowerCase(Locale.ROOT)));
        item.signals().forEach(signal -> add(properties, "keywords", signal));
        add(properties, "summary", summary(item));
        return entity(pageId(item.id()), "HyperText", properties);
    }

    private static String summary(Item item) {
        return String.format(
                Locale.ROOT,
                "%s, score %.0f of 100, a lead and no accusation; %s%s",
                item.assessmentClass(),
                item.score(),
                item.sourceName(),
                others(item));
    }

    private static String others(Item item) {
        String held = item.source().map(Item.Seen::payloadDigest).orElse("");
        String digests =
                item.captures().stream()
                        .map(Item.Seen::payloadDigest)
                        .filter(digest -> !digest.equals(held))
                        .distinct()
                        .collect(Collectors.joining(" "));
        return digests.isEmpty() ? "" : "; payloads of other captures " + digests;
    }

    /// FollowTheMoney wants the three letters of ISO 639-3.
    private static Optional<String> language(String tag) {
        try {
            return Optional.of(Locale.forLanguageTag(tag).getISO3Language())
                    .filter(code -> !code.isEmpty());
        } catch (MissingResourceException e) {
            // A tag without such a code: the entity does without a language.
            return Optional.empty();
        }
    }

    private static ObjectNode contact(Item.Contact contact) {
        Optional<ContactKind> kind = ContactKind.labelled(contact.kind());
        if (contact.leadsIntoGroup() || kind.filter(ContactKind.URL::equals).isPresent()) {
            return address(contact);
        }
        ObjectNode properties = JSON.createObjectNode();
        add(properties, "name", contact.value());
        if (kind.filter(ContactKind::isWallet).isPresent()) {
            add(properties, "publicKey", contact.value());
            add(properties, "currencySymbol", contact.kind().toUpperCase(Locale.ROOT));
            return entity(contactId(contact), "CryptoWallet", properties);
        }
        if (kind.filter(ContactKind.BANK::equals).isPresent()) {
            add(properties, "accountNumber", contact.value());
            return entity(contactId(contact), "BankAccount", properties);
        }
        add(properties, "username", contact.value());
        add(properties, "service", contact.kind());
        if (contact.hasNumber()) {
            add(properties, "number", contact.value());
        }
        if (kind.filter(ContactKind.EMAIL::equals).isPresent()
                && EMAIL.matcher(contact.value()).matches()) {
            add(properties, "email", contact.value());
        }
        return entity(contactId(contact), "UserAccount", properties);
    }

    /// An address that is nobody's account; the model has a file's name for every page.
    private static ObjectNode address(Item.Contact contact) {
        ObjectNode properties = JSON.createObjectNode();
        add(properties, "name", contact.uri());
        add(properties, "fileName", contact.uri());
        PlainUrl.of(contact.uri()).ifPresent(url -> add(properties, "sourceUrl", url.text()));
        if (contact.leadsIntoGroup()) {
            add(properties, "summary", "invitation to a group or a channel: " + contact.kind());
        }
        return entity(contactId(contact), "HyperText", properties);
    }

    /// Since the posting was first seen; of what a file brought nobody knows when that was.
    private static ObjectNode link(Item item, Item.Contact contact) {
        ObjectNode properties = JSON.createObjectNode();
        add(properties, "subject", pageId(item.id()));
        add(properties, "object", contactId(contact));
        add(properties, "role", "asks to be answered at");
        if (!item.cameAsFile()) {
            add(properties, "startDate", item.first().toString());
        }
        return entity(
                Uuids.of("ftm-link", item.id(), contactId(contact)).toString(),
                "UnknownLink",
                properties);
    }

    private static String pageId(String posting) {
        return POSTING + posting;
    }

    private static String contactId(Item.Contact contact) {
        return Uuids.of("ftm-contact", contact.kind(), contact.value()).toString();
    }

    private static ObjectNode entity(String id, String schema, ObjectNode properties) {
        ObjectNode entity = JSON.createObjectNode().put("id", id).put("schema", schema);
        entity.set("properties", properties);
        return entity;
    }

    /// Every property is a list; empty ones are left out.
    private static void add(ObjectNode properties, String name, String value) {
        if (!value.isBlank()) {
            ArrayNode values =
                    properties.has(name)
                            ? (ArrayNode) properties.get(name)
                            : properties.putArray(name);
            values.add(value);
        }
    }

    @Override
    public void check(HitList list, Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(NAME))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode entity = JSON.readTree(line);
                if (entity.path("id").asText().startsWith(POSTING)) {
                    found.add(entity.path("properties").path("fileName").path(0).asText());
                }
            }
        }
        ReadBack.compare(folder.resolve(NAME), found, list.ids());
    }
}
