package lurewatch.searchcli.render;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import lurewatch.indexer.ContactKind;

/// A contact as a URI: `tel:+855961234567`, `https://t.me/name`. A bare `+855…` or `@name` in a
/// cell is a formula to a spreadsheet; a URI is itself everywhere.
public final class ContactUri {
    private ContactUri() {}

    /// The URI of a contact written `kind:value`.
    public static String ofKey(String key) {
        int colon = key.indexOf(':');
        String kind = key.substring(0, colon);
        String value = key.substring(colon + 1);
        return ContactKind.labelled(kind).map(known -> of(known, value)).orElse(kind + ":" + value);
    }

    static String of(ContactKind kind, String value) {
        if (value.startsWith("http://") || value.startsWith("https://")) {
            return withoutBlanks(value);
        }
        return switch (kind) {
            case PHONE -> "tel:" + encoded(value);
            case EMAIL -> "mailto:" + encoded(value);
            case TELEGRAM -> number(value, "https://t.me/+", "https://t.me/");
            case WHATSAPP -> number(value, "https://wa.me/", "https://chat.whatsapp.com/");
            case ZALO -> number(value, "https://zalo.me/", "https://zalo.me/");
            case VIBER -> number(value, "viber://chat?number=%2B", "viber:");
            case SIGNAL -> number(value, "https://signal.me/#p/+", "signal:");
            case LINE -> "https://line.me/ti/p/~" + encoded(value);
            case KAKAO_OPENCHAT -> "https://" + prefixed("open.kakao.com/o/", value);
            case MESSENGER -> "https://m.me/" + encoded(value);
            case INSTAGRAM -> "https://www.instagram.com/" + encoded(value);
            case TIKTOK -> "https://www.tiktok.com/@" + encoded(value);
            case SKYPE -> skype(value);
            case URL -> "https://" + withoutBlanks(value);
            case BTC -> "bitcoin:" + encoded(value);
            case ETH -> "ethereum:" + encoded(value);
            case KAKAOTALK, WECHAT, QQ, BAT, DISCORD, TRON, BANK ->
                    kind.label() + ":" + encoded(value);
        };
    }

    /// Numbers and names have different addresses on the same channel.
    private static String number(String value, String forNumbers, String forNames) {
        return value.startsWith("+")
                ? forNumbers + encoded(value.substring(1))
                : forNames + encoded(value);
    }

    /// A group is joined at an address of its own; `live:` is part of a name.
    private static String skype(String value) {
        String group = "join/";
        return value.startsWith(group)
                ? "https://join.skype.com/" + encoded(value.substring(group.length()))
                : "skype:" + encoded(value).replace("%3A", ":") + "?chat";
    }

    private static String prefixed(String prefix, String value) {
        return value.startsWith(prefix) ? value : prefix + encoded(value);
    }

    /// A URL keeps its own encoding; what no URL may hold is added to it.
    private static String withoutBlanks(String url) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            boolean mayStand = c > ' ' && c != '"' && c != 0x7F && !Character.isSpaceChar(c);
            safe.append(mayStand ? String.valueOf(c) : encoded(String.valueOf(c)));
        }
        return safe.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2B", "+")
                .replace("%40", "@")
                .replace("%2F", "/");
    }
}
