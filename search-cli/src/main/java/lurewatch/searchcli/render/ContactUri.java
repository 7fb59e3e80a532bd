package lurewatch.searchcli.render;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;

/// A contact as a URI: `tel:+855961234567`, `https://t.me/name`. A bare `+855…` or `@name` in a
/// cell is a formula to a spreadsheet; a URI is itself everywhere.
///
/// An address is written only where the value says itself what it is the address of. A name of
/// which that is not known is `kind:name`: at a guessed address somebody else answers.
public final class ContactUri {
    private static final Pattern NUMBER = Pattern.compile("\\+(\\d{6,15})");

    /// What answers at an address.
    private enum Leads {
        TO_ACCOUNT,
        TO_GROUP
    }

    /// How values of a kind look that an address leads to, how that begins and where it leads; what
    /// it ends with is the first group.
    private record Form(ContactKind kind, Pattern value, String before, Leads leads) {
        Form(ContactKind kind, Pattern value, String before) {
            this(kind, value, before, Leads.TO_ACCOUNT);
        }

        Form(ContactKind kind, String value, String before) {
            this(kind, Pattern.compile(value), before);
        }

        static Form ofGroup(ContactKind kind, String value, String before) {
            return new Form(kind, Pattern.compile(value), before, Leads.TO_GROUP);
        }
    }

    private static final List<Form> FORMS =
            List.of(
                    new Form(ContactKind.TELEGRAM, "(\\+\\d{6,15})", "https://t.me/"),
                    Form.ofGroup(ContactKind.TELEGRAM, "(\\+[A-Za-z0-9_-]+)", "https://t.me/"),
                    new Form(ContactKind.TELEGRAM, "([A-Za-z0-9_-]+)", "https://t.me/"),
                    new Form(ContactKind.WHATSAPP, NUMBER, "https://wa.me/"),
                    new Form(
                            ContactKind.WHATSAPP,
                            "((?:message|qr)/[A-Za-z0-9]+)",
                            "https://wa.me/"),
                    Form.ofGroup(
                            ContactKind.WHATSAPP,
                            "(channel/[A-Za-z0-9]+)",
                            "https://whatsapp.com/"),
                    Form.ofGroup(
                            ContactKind.WHATSAPP,
                            "([A-Za-z0-9]{18,26})",
                            "https://chat.whatsapp.com/"),
                    new Form(ContactKind.ZALO, NUMBER, "https://zalo.me/"),
                    Form.ofGroup(ContactKind.ZALO, "(g/[A-Za-z0-9]+)", "https://zalo.me/"),
                    new Form(ContactKind.VIBER, NUMBER, "viber://chat?number=%2B"),
                    Form.ofGroup(
                            ContactKind.VIBER,
                            "(g2?=[A-Za-z0-9%_-]+)",
                            "https://invite.viber.com/?"),
                    new Form(ContactKind.SIGNAL, NUMBER, "https://signal.me/#p/+"),
                    new Form(ContactKind.SIGNAL, "(eu/[A-Za-z0-9+_=/-]+)", "https://signal.me/#"),
                    // Names have a dot there, codes none.
                    Form.ofGroup(
                            ContactKind.SIGNAL,
                            "([A-Za-z0-9+_=-]{20,120})",
                            "https://signal.group/#"),
                    // A bare name may be that of a member or of a business.
                    new Form(ContactKind.LINE, "(@[A-Za-z0-9._-]+)", "https://line.me/R/ti/p/"),
                    new Form(ContactKind.LINE, "(p/[A-Za-z0-9._-]+)", "https://line.me/ti/"),
                    Form.ofGroup(ContactKind.LINE, "(g2?/[A-Za-z0-9._-]+)", "https://line.me/ti/"),
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
                    Form.ofGroup(
                            ContactKind.SKYPE, "join/([A-Za-z0-9]+)", "https://join.skype.com/"));

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
        return form(kind, value)
                .map(form -> form.value().matcher(value).replaceFirst(form.before() + "$1"))
                .orElseGet(() -> withoutAddress(kind, value));
    }

    /// Whether a value is an invitation to a group or a channel: it names nobody's account, and
    /// nobody logs in with it.
    public static boolean leadsIntoGroup(ContactKind kind, String value) {
        return form(kind, value).filter(form -> form.leads() == Leads.TO_GROUP).isPresent();
    }

    private static Optional<Form> form(ContactKind kind, String value) {
        return FORMS.stream()
                .filter(form -> form.kind() == kind && form.value().matcher(value).matches())
                .findFirst();
    }

    private static String withoutAddress(ContactKind kind, String value) {
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
