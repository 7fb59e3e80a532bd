package lurewatch.searchcli.render;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;

/// A contact as a URI: `tel:+855961234567`, `https://t.me/name`. A bare `+855…` or `@name` in a
/// cell is a formula to a spreadsheet; a URI is itself everywhere.
///
/// An address is written only where the value says itself what it is the address of. A name of
/// which that is not known is `kind:name`: at a guessed address somebody else answers.
public final class ContactUri {
    private static final Pattern NUMBER = Pattern.compile("\\+(\\d{6,15})");

    /// How values of a kind look that an address leads to, and how that begins; what it ends with
    /// is the first group.
    private record Form(ContactKind kind, Pattern value, String before) {
        Form(ContactKind kind, String value, String before) {
            this(kind, Pattern.compile(value), before);
        }
    }

    private static final List<Form> FORMS =
            List.of(
                    new Form(ContactKind.TELEGRAM, "(\\+?[A-Za-z0-9_-]+)", "https://t.me/"),
                    new Form(ContactKind.WHATSAPP, NUMBER, "https://wa.me/"),
                    new Form(
                            ContactKind.WHATSAPP,
                            "((?:message|qr)/[A-Za-z0-9]+)",
                            "https://wa.me/"),
                    new Form(
                            ContactKind.WHATSAPP,
                            "(channel/[A-Za-z0-9]+)",
                            "https://whatsapp.com/"),
                    new Form(
                            ContactKind.WHATSAPP,
                            "([A-Za-z0-9]{18,26})",
                            "https://chat.whatsapp.com/"),
                    new Form(ContactKind.ZALO, NUMBER, "https://zalo.me/"),
                    new Form(ContactKind.ZALO, "(g/[A-Za-z0-9]+)", "https://zalo.me/"),
                    new Form(ContactKind.VIBER, NUMBER, "viber://chat?number=%2B"),
                    new Form(
                            ContactKind.VIBER,
                            "(g2?=[A-Za-z0-9%_-]+)",
                            "https://invite.viber.com/?"),
                    new Form(ContactKind.SIGNAL, NUMBER, "https://signal.me/#p/+"),
                    new Form(ContactKind.SIGNAL, "(eu/[A-Za-z0-9+_=/-]+)", "https://signal.me/#"),
                    // Names have a dot there, codes none.
                    new Form(
                            ContactKind.SIGNAL,
                            "([A-Za-z0-9+_=-]{20,120})",
                            "https://signal.group/#"),
                    // A bare name may be that of a member or of a business.
                    new Form(ContactKind.LINE, "(@[A-Za-z0-9._-]+)", "https://line.me/R/ti/p/"),
                    new Form(
                            ContactKind.LINE, "((?:p|g2?)/[A-Za-z0-9._-]+)", "https://line.me/ti/"),
                    new Form(ContactKind.LINE, "(lin\\.ee/[A-Za-z0-9]+)", "https://"),
                    new Form(
                            ContactKind.KAKAO_OPENCHAT,
                            "(?:open\\.kakao\\.com/o/)?([A-Za-z0-9_]+)",
                            "https://open.kakao.com/o/"),
                    new Form(
                            ContactKind.KAKAO_OPENCHAT,
                            "(me/[A-Za-z0-9_]+)",
                            "https://open.kakao.com/"),
                    // A channel; no member's name begins so.
                    new Form(ContactKind.KAKAOTALK, "(_[A-Za-z0-9]+)", "https://pf.kakao.com/"),
                    new Form(
                            ContactKind.KAKAOTALK,
                            "(talk/[A-Za-z0-9_-]+)",
                            "https://qr.kakao.com/"),
                    new Form(ContactKind.WECHAT, "u/([A-Za-z0-9_-]+)", "https://u.wechat.com/"),
                    new Form(
                            ContactKind.WECHAT,
                            "ticket/([A-Za-z0-9_-]+)",
                            "weixin://dl/business/?ticket="),
                    new Form(ContactKind.MESSENGER, "([A-Za-z0-9._]+)", "https://m.me/"),
                    new Form(
                            ContactKind.INSTAGRAM,
                            "([A-Za-z0-9._]+)",
                            "https://www.instagram.com/"),
                    new Form(ContactKind.TIKTOK, "([A-Za-z0-9._]+)", "https://www.tiktok.com/@"),
                    new Form(ContactKind.SKYPE, "join/([A-Za-z0-9]+)", "https://join.skype.com/"));

    private ContactUri() {}

    /// The URI of a contact written `kind:value`.
    public static String ofKey(String key) {
        int colon = key.indexOf(':');
        String kind = key.substring(0, colon);
        String value = key.substring(colon + 1);
        return ContactKind.labelled(kind).map(known -> of(known, value)).orElse(kind + ":" + value);
    }

    /// Whether a value is a telephone number, on whatever channel. Not all that begins with `+` is
    /// one: `+AbC…` is an invitation to a group of Telegram.
    public static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    static String of(ContactKind kind, String value) {
        if (value.startsWith("http://") || value.startsWith("https://")) {
            return withoutBlanks(value);
        }
        for (Form form : FORMS) {
            Matcher known = form.value().matcher(value);
            if (form.kind() == kind && known.matches()) {
                return form.before() + known.group(1);
            }
        }
        return switch (kind) {
            case PHONE -> "tel:" + encoded(value);
            case EMAIL -> "mailto:" + encoded(value);
            case SKYPE -> "skype:" + encoded(value).replace("%3A", ":") + "?chat";
            case URL -> "https://" + withoutBlanks(value);
            case BTC -> "bitcoin:" + encoded(value);
            case ETH -> "ethereum:" + encoded(value);
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
                    TRON,
                    BANK ->
                    kind.label() + ":" + encoded(value);
        };
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
