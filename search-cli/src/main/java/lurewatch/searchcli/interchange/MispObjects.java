package lurewatch.searchcli.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.ContactKind;
import lurewatch.searchcli.export.ContactTally;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.ItemJson;

/// Postings and contacts as objects of MISP's published templates.
final class MispObjects {
    private static final JsonMapper JSON = ItemJson.mapper();

    private final String event;
    private final boolean isToBeBlocked;

    /// A published template.
    private enum Template {
        URL("url", "60efb77b-40b5-4c46-871b-ed1ed999fce5", "10", "network"),
        ANNOTATION("annotation", "5d8dc046-15a1-4ca3-a09f-ed4ede7c4487", "3", "misc"),
        TELEGRAM("telegram-account", "06f02ecf-5afb-42c5-9cb0-b362e222f52c", "2", "misc"),
        PHONE("phone-number", "c4b5a67c-63d2-11ec-90d6-0242ac120003", "1", "mobile"),
        ACCOUNT("user-account", "49606b06-22f0-4ac8-8eee-2f12ad46f3d3", "6", "misc"),
        COIN("coin-address", "d0e6997e-78da-4815-a6a1-cfc1c1cb8a46", "7", "financial"),
        BANK("bank-account", "b4712203-95a8-4883-80e9-b566f5df11c9", "3", "financial");

        private final String label;
        private final String uuid;
        private final String version;
        private final String category;

        Template(String label, String uuid, String version, String category) {
            this.label = label;
            this.uuid = uuid;
            this.version = version;
            this.category = category;
        }
    }

    /// What an attribute of an object is, in MISP's words.
    private record Type(String type, String category) {
        private static final Type TEXT = new Type("text", "Other");
        private static final Type TIME = new Type("datetime", "Other");
        private static final Type URL = new Type("url", "Network activity");
        private static final Type DOMAIN = new Type("domain", "Network activity");
        private static final Type LINK = new Type("link", "External analysis");
        private static final Type PHONE = new Type("phone-number", "Other");
        private static final Type BTC = new Type("btc", "Financial fraud");
        private static final Type BANK = new Type("bank-account-nr", "Financial fraud");
        private static final Type EMAIL = new Type("email", "Social network");
    }

    MispObjects(String event, boolean isToBeBlocked) {
        this.event = event;
        this.isToBeBlocked = isToBeBlocked;
    }

    /// The posting's text with its assessment, and its address where it has one.
    List<JsonNode> posting(Item item) {
        List<JsonNode> objects = new ArrayList<>();
        Optional<PlainUrl> url =
                item.hasUrl() ? PlainUrl.of(item.page()) : Optional.<PlainUrl>empty();
        ObjectNode note = annotation(item.id(), text(item), "job posting", item.first());
        times(note, item.first(), item.last());
        url.ifPresent(address -> {
            attribute(note, "ref", Type.LINK, address.text());
            reference(note, url(item.id()), "references");
        });
        for (Item.Contact contact : item.contacts()) {
            if (!contact.masked()) {
                reference(note, contactUuid(contact), "mentions");
            }
        }
        objects.add(note);
        url.ifPresent(address -> objects.add(address(item, address)));
        return objects;
    }

    /// That it is called back, and why.
    ObjectNode calledBack(String posting, String text, Instant when) {
        return annotation(posting, text, "correction", when);
    }

    private ObjectNode annotation(String posting, String text, String type, Instant when) {
        ObjectNode note = object(Template.ANNOTATION, "posting", posting);
        note.put("comment", posting);
        attribute(note, "text", Type.TEXT, text);
        attribute(note, "type", Type.TEXT, type);
        attribute(note, "creation-date", Type.TIME, when.toString());
        return note;
    }

    /// The id of a posting's annotation.
    String annotation(String posting) {
        return uuid("posting", posting);
    }

    /// The id of a posting's address.
    String url(String posting) {
        return uuid("url", posting);
    }

    private ObjectNode address(Item item, PlainUrl url) {
        ObjectNode object = object(Template.URL, "url", item.id());
        attribute(object, "url", Type.URL, url.text())
                .put("to_ids", isToBeBlocked && item.hasOwnPage());
        if (!url.isIpv4() && !url.isIpv6()) {
            attribute(object, "domain", Type.DOMAIN, url.host());
        }
        attribute(object, "first-seen", Type.TIME, item.first().toString());
        attribute(object, "last-seen", Type.TIME, item.last().toString());
        times(object, item.first(), item.last());
        return object;
    }

    private static String text(Item item) {
        String reasons =
                item.why().stream()
                        .map(why ->
                                String.format(
                                        Locale.ROOT,
                                        "%+.1f %s: %s",
                                        why.points(),
                                        why.signal(),
                                        why.quotes().stream()
                                                .map(Item.Quote::withReading)
                                                .distinct()
                                                .collect(Collectors.joining(" / "))))
                        .collect(Collectors.joining("\n"));
        return String.format(
                Locale.ROOT,
                "%s\n\n%s\n\n%s, score %.0f of 100 (a lead, not an accusation)\n%s\n\n%s",
                item.title(),
                item.text(),
                item.assessmentClass(),
                item.score(),
                reasons,
                item.sourceName());
    }

    JsonNode contact(ContactTally tally) {
        Item.Contact contact = tally.contact();
        ObjectNode object =
                ContactKind.labelled(contact.kind())
                        .map(kind -> contact(kind, contact))
                        .orElseGet(() -> account(contact));
        object.put(
                "comment",
                String.format(
                        Locale.ROOT, "named in %d postings of this list", tally.postings().size()));
        times(object, tally.first(), tally.last());
        return object;
    }

    private ObjectNode contact(ContactKind kind, Item.Contact contact) {
        String value = contact.value();
        if (contact.leadsIntoGroup()) {
            return link(contact);
        }
        return switch (kind) {
            case TELEGRAM -> {
                ObjectNode object = contactObject(Template.TELEGRAM, contact);
                attribute(object, contact.hasNumber() ? "phone" : "username", Type.TEXT, value);
                yield object;
            }
            case PHONE -> {
                ObjectNode object = contactObject(Template.PHONE, contact);
                attribute(object, "phone-number", Type.PHONE, value);
                yield object;
            }
            case BTC -> {
                ObjectNode object = contactObject(Template.COIN, contact);
                attribute(object, "address", Type.BTC, value);
                attribute(object, "symbol", Type.TEXT, "BTC");
                yield object;
            }
            case ETH, TRON -> {
                ObjectNode object = contactObject(Template.COIN, contact);
                attribute(object, "address-crypto", Type.TEXT, value);
                attribute(object, "symbol", Type.TEXT, kind == ContactKind.ETH ? "ETH" : "TRX");
                yield object;
            }
            case BANK -> {
                ObjectNode object = contactObject(Template.BANK, contact);
                attribute(object, "account", Type.BANK, value);
                yield object;
            }
            case URL -> link(contact);
            case EMAIL -> {
                ObjectNode object = account(contact);
                attribute(object, "email", Type.EMAIL, value);
                yield object;
            }
            case KAKAOTALK,
                    KAKAO_OPENCHAT,
                    LINE,
                    WECHAT,
                    WHATSAPP,
                    ZALO,
                    VIBER,
                    SIGNAL,
                    MESSENGER,
                    QQ,
                    BAT,
                    DISCORD,
                    INSTAGRAM,
                    TIKTOK,
                    SKYPE ->
                    account(contact);
        };
    }

    private ObjectNode link(Item.Contact contact) {
        ObjectNode object = contactObject(Template.URL, contact);
        attribute(object, "url", Type.URL, contact.uri());
        return object;
    }

    private ObjectNode account(Item.Contact contact) {
        ObjectNode object = contactObject(Template.ACCOUNT, contact);
        String relation = contact.hasNumber() ? "user-id" : "username";
        attribute(object, relation, Type.TEXT, contact.value());
        attribute(object, "account-type", Type.TEXT, contact.kind());
        return object;
    }

    private ObjectNode contactObject(Template template, Item.Contact contact) {
        return object(template, "contact", contact.kind() + ":" + contact.value());
    }

    private String contactUuid(Item.Contact contact) {
        return uuid("contact", contact.kind() + ":" + contact.value());
    }

    private String uuid(String what, String name) {
        return Uuids.of(event, what, name).toString();
    }

    private ObjectNode object(Template template, String what, String name) {
        ObjectNode object =
                JSON.createObjectNode()
                        .put("name", template.label)
                        .put("meta-category", template.category)
                        .put("template_uuid", template.uuid)
                        .put("template_version", template.version)
                        .put("uuid", uuid(what, name))
                        .put("distribution", "5");
        object.putArray("Attribute");
        object.putArray("ObjectReference");
        return object;
    }

    private ObjectNode attribute(ObjectNode object, String relation, Type type, String value) {
        ArrayNode attributes = (ArrayNode) object.get("Attribute");
        return attributes
                .addObject()
                .put(
                        "uuid",
                        uuid(object.path("uuid").asText(), relation + "\n" + attributes.size()))
                .put("object_relation", relation)
                .put("type", type.type())
                .put("category", type.category())
                .put("to_ids", false)
                .put("distribution", "5")
                .put("value", value);
    }

    private void reference(ObjectNode object, String to, String relationship) {
        ((ArrayNode) object.get("ObjectReference"))
                .addObject()
                .put("uuid", uuid(object.path("uuid").asText(), relationship + "\n" + to))
                .put("object_uuid", object.path("uuid").asText())
                .put("referenced_uuid", to)
                .put("relationship_type", relationship);
    }

    private static void times(ObjectNode object, Instant first, Instant last) {
        object.put("first_seen", first.toString()).put("last_seen", last.toString());
    }
}
