package lurewatch.searchcli.interchange;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import lurewatch.indexer.ContactKind;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.ItemJson;
import lurewatch.searchcli.export.Profile;

/// Contacts, addresses and pages as STIX observables, and patterns that match them.
final class StixObservables {
    private static final JsonMapper JSON = ItemJson.mapper();

    private final Profile.Stix dialect;

    StixObservables(Profile.Stix dialect) {
        this.dialect = dialect;
    }

    /// An observable; `pattern` is what finds it elsewhere.
    record Observable(ObjectNode json, String pattern) {
        String id() {
            return json.path("id").asText();
        }
    }

    Observable url(String value) {
        return valued("url", value);
    }

    Observable host(PlainUrl url) {
        return valued(
                url.isIpv4() ? "ipv4-addr" : url.isIpv6() ? "ipv6-addr" : "domain-name",
                url.host());
    }

    /// The captured bytes, by their hash.
    Observable file(String sha256) {
        ObjectNode hashes = JSON.createObjectNode();
        hashes.putObject("hashes").put("SHA-256", sha256);
        return observable(
                "file", hashes, "[file:hashes.'SHA-256' = " + StixText.quoted(sha256) + "]");
    }

    /// What an object has to refer to whose bytes nobody knows any more.
    Observable erasedFile() {
        return observable(
                "file", JSON.createObjectNode().put("name", "erased"), "[file:name = 'erased']");
    }

    /// Empty for a kind that the standard has no observable for.
    Optional<Observable> contact(Item.Contact contact) {
        return contact.leadsIntoGroup()
                ? PlainUrl.of(contact.uri()).map(url -> valued("url", url.text()))
                : ContactKind.labelled(contact.kind()).flatMap(kind -> contact(kind, contact));
    }

    private Optional<Observable> contact(ContactKind kind, Item.Contact contact) {
        String value = contact.value();
        return switch (kind) {
            case EMAIL -> Optional.of(valued("email-addr", value));
            case URL -> PlainUrl.of(withScheme(value)).map(url -> valued("url", url.text()));
            case PHONE -> openCti("phone-number", value);
            case BTC, ETH, TRON -> openCti("cryptocurrency-wallet", value);
            case BANK -> Optional.empty();
            case TELEGRAM,
                    KAKAOTALK,
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
                    Optional.of(account(kind.label().replace('_', '-'), contact));
        };
    }

    private static String withScheme(String url) {
        return url.contains("://") ? url : "https://" + url;
    }

    private Optional<Observable> openCti(String type, String value) {
        return dialect == Profile.Stix.OPENCTI
                ? Optional.of(valued(type, value))
                : Optional.empty();
    }

    /// A number names a person's account where the network does; a handle is what one logs in with.
    private static Observable account(String type, Item.Contact contact) {
        String value = contact.value();
        String property = contact.hasNumber() ? "user_id" : "account_login";
        ObjectNode json = JSON.createObjectNode().put("account_type", type).put(property, value);
        return observable(
                "user-account",
                json,
                "[user-account:account_type = "
                        + StixText.quoted(type)
                        + " AND user-account:"
                        + property
                        + " = "
                        + StixText.quoted(value)
                        + "]");
    }

    private static Observable valued(String type, String value) {
        return observable(
                type,
                JSON.createObjectNode().put("value", value),
                "[" + type + ":value = " + StixText.quoted(value) + "]");
    }

    /// @param contributing what the id is made of
    private static Observable observable(String type, ObjectNode contributing, String pattern) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("type", type)
                        .put("spec_version", "2.1")
                        .put("id", type + "--" + Uuids.ofObservable(contributing.toString()));
        json.setAll(contributing);
        return new Observable(json, pattern);
    }
}
