package lurewatch.indexer.contact;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.text.View;

/// The addresses by which channels link to their members and groups, and the canonical name in
/// each. All patterns are bounded. `keys` are strings of which a text must hold one to hold the
/// address.
record LinkGrammar(
        ContactKind kind,
        String method,
        List<String> keys,
        HeadedPattern pattern,
        double confidence,
        Function<MatchResult, Optional<String>> name) {
    private static final String DOT =
            "\\s{0,2}(?:[.,]|(?<=\\w)-(?=\\w)|[\\[({]\\s?(?:\\.|dot|점|닷|点|點)\\s?[\\])}]|\\s(?:dot|point|punto|ponto|punkt|chấm|titik|точка|nokta)\\s|。|点|點|점|닷|ドット|․)\\s{0,2}";

    /// Where nothing else can be meant, a blank will do.
    private static final String GAP = "(?:\\s{1,2}|" + DOT + ")";

    private static final String SLASH =
            "\\s{0,2}(?:[/⁄∕╱\\\\]|[\\[({]\\s?(?:/|slash)\\s?[\\])}]|\\s(?:slash|barra|schrägstrich|gạch chéo|xuyệt|xẹt|xoẹt|garis miring|слэш|слеш|bölü)\\s|斜杠|斜线|斜線|斜槓|슬래시|スラッシュ)\\s{0,2}";
    private static final String START =
            "(?<![A-Za-z0-9_@.-])(?:h(?:tt|xx)ps?(?:\\[:\\]|:)//)?(?:www\\.)?";

    /// Behind an account that a link leads to; what goes on leads to a post of it.
    private static final String WHOLE_PATH =
            "(?!\\.{0,30}[A-Za-z0-9_])(?:/(?![A-Za-z0-9_@.-]))?(?!/)";

    private static final String TELEGRAM_KEYS =
            "me/|me /|me  /|me\n/|me\\|me⁄|me∕|me╱|dog/|me slash|me barra|me schräg|me gạch|me xu|me xẹt|me xoẹt|me garis|me слэш|me слеш|me bölü|me斜|me 斜|me슬|me 슬|meス|me(/|me[/|me{/|me[s|me(s|ме/";

    /// Paths of t.me that are no names, after core.telegram.org/api/links.
    private static final Set<String> RESERVED =
            Set.of(
                    "addlist",
                    "addstickers",
                    "addemoji",
                    "addtheme",
                    "boost",
                    "c",
                    "contact",
                    "confirmphone",
                    "invoice",
                    "iv",
                    "joinchat",
                    "login",
                    "proxy",
                    "share",
                    "socks",
                    "web",
                    "s",
                    "setlanguage",
                    "bg",
                    "giftcode",
                    "telegrampassport",
                    "passport",
                    "premium_offer",
                    "nft",
                    "auction",
                    "stars",
                    "call",
                    "msg",
                    "m",
                    "stickers",
                    "settings",
                    "settheme");

    /// Hosts that lead to an account's own page.
    private static final String FACEBOOK =
            "(?:(?:m|mbasic|web|touch|[a-z]{2}-[a-z]{2})\\.)?(?:facebook\\.com|fb\\.(?:com|me))/";

    private static final int SHORTEST_LINE = 2;

    /// So many signs has what a member's picture leads to. People write names there too, without
    /// the sign that makes them such.
    private static final int LINE_CODE = 10;

    private static final int SHORTEST_FACEBOOK = 5;
    private static final int LONGEST_FACEBOOK = 50;

    /// Paths of facebook.com that are no names; nor are its programs (`story.php`).
    private static final Set<String> FACEBOOK_RESERVED =
            Set.of(
                    "business",
                    "events",
                    "gaming",
                    "groups",
                    "hashtag",
                    "help",
                    "legal",
                    "login",
                    "marketplace",
                    "media",
                    "messages",
                    "pages",
                    "people",
                    "photo",
                    "photos",
                    "policies",
                    "posts",
                    "privacy",
                    "public",
                    "reels",
                    "search",
                    "settings",
                    "share",
                    "sharer",
                    "stories",
                    "support",
                    "terms",
                    "video",
                    "videos",
                    "watch",
                    "plugins",
                    "dialog",
                    "careers",
                    "about");

    /// As analysts write addresses so that nobody follows them by accident.
    private static final Pattern DEFANGED_DOT =
            Pattern.compile("[\\[(](?:\\.|dot)[\\])]", Pattern.CASE_INSENSITIVE);

    private static final String WEB_ADDRESS = "web address";

    /// All grammars, the more specific before the more general.
    static final List<LinkGrammar> ALL =
            List.of(
                    // t.me/+8210… is a phone number, t.me/+AbC… an invitation
                    of(
                            ContactKind.TELEGRAM,
                            "t.me phone",
                            TELEGRAM_KEYS,
                            START
                                    + "[tт](?:elegram)?"
                                    + DOT
                                    + "(?:me|ме|dog)"
                                    + SLASH
                                    + "\\+(\\d{7,15})(?![A-Za-z0-9_-])",
                            0.97,
                            m -> Optional.of("+" + m.group(1))),
                    of(
                            ContactKind.TELEGRAM,
                            "t.me invitation",
                            TELEGRAM_KEYS,
                            START
                                    + "[tт](?:elegram)?"
                                    + DOT
                                    + "(?:me|ме|dog)"
                                    + SLASH
                                    + "(?:joinchat/|\\+)([A-Za-z0-9_-]{10,64})",
                            0.99,
                            m -> Optional.of("+" + m.group(1))),
                    of(
                            ContactKind.TELEGRAM,
                            "t.me",
                            TELEGRAM_KEYS,
                            START
                                    + "[tт](?:elegram)?"
                                    + "(?:_|"
                                    + DOT
                                    + ")"
                                    + "(?:me|ме|dog)"
                                    + SLASH
                                    + "(?:s/)?@?([A-Za-z][A-Za-z0-9_]{3,31})(?![A-Za-z0-9_])",
                            0.99,
                            LinkGrammar::telegramName),
                    of(
                            ContactKind.TELEGRAM,
                            "name.t.me",
                            ".t.me",
                            "(?<![A-Za-z0-9_.@-])(?:https?://)?([A-Za-z][A-Za-z0-9_]{3,31})\\.t\\.me(?![A-Za-z0-9.])",
                            0.97,
                            LinkGrammar::telegramName),
                    of(
                            ContactKind.TELEGRAM,
                            "tg:// invitation",
                            "tg://|tg:join",
                            "tg:(?://)?join\\?invite=([A-Za-z0-9_-]{10,64})",
                            0.99,
                            m -> Optional.of("+" + m.group(1))),
                    of(
                            ContactKind.TELEGRAM,
                            "tg://",
                            "tg://|tg:resolve",
                            "tg:(?://)?resolve\\?domain=([A-Za-z][A-Za-z0-9_]{3,31})",
                            0.99,
                            LinkGrammar::telegramName),
                    of(
                            ContactKind.TELEGRAM,
                            "web.telegram.org",
                            "web.telegram.org",
                            START
                                    + "web\\.telegram\\.org/(?:[akz]/)?#@([A-Za-z][A-Za-z0-9_]{3,31})",
                            0.97,
                            LinkGrammar::telegramName),
                    of(
                            ContactKind.KAKAO_OPENCHAT,
                            "open.kakao.com",
                            "kakao",
                            START
                                    + "open"
                                    + GAP
                                    + "kakao"
                                    + GAP
                                    + "com"
                                    + SLASH
                                    + "(o|me)"
                                    + SLASH
                                    + "([A-Za-z0-9_]{3,32})",
                            0.99,
                            LinkGrammar::openChat),
                    of(
                            ContactKind.KAKAOTALK,
                            "pf.kakao.com",
                            "kakao",
                            START + "pf\\.kakao\\.com/(_[A-Za-z0-9]{3,16})",
                            0.97,
                            m -> Optional.of(m.group(1))),
                    of(
                            ContactKind.KAKAOTALK,
                            "qr.kakao.com",
                            "kakao",
                            START + "qr\\.kakao\\.com/talk/([A-Za-z0-9_-]{4,40})",
                            0.95,
                            m -> Optional.of("talk/" + m.group(1))),
                    of(
                            ContactKind.LINE,
                            "line.me",
                            "line.me|line . me",
                            START
                                    + "line"
                                    + DOT
                                    + "me"
                                    + SLASH
                                    + "(?:R/)?ti/(p|g2?)/([@~%A-Za-z0-9._-]{3,64})",
                            0.98,
                            LinkGrammar::lineName),
                    of(
                            ContactKind.LINE,
                            "page.line.me",
                            "line.me",
                            START + "page\\.line\\.me/@?([A-Za-z0-9._-]{3,32})",
                            0.95,
                            m -> lineAccount(m.group(1))),
                    of(
                            ContactKind.LINE,
                            "lin.ee",
                            "lin.ee",
                            START + "lin\\.ee/([A-Za-z0-9]{4,16})",
                            0.97,
                            m -> Optional.of("lin.ee/" + m.group(1))),
                    of(
                            ContactKind.LINE,
                            "line://",
                            "line://",
                            "line://(?:nv/)?ti/(p|g2?)/([@~%A-Za-z0-9._-]{3,64})",
                            0.97,
                            LinkGrammar::lineName),
                    of(
                            ContactKind.WHATSAPP,
                            "wa.me",
                            "wa.me|wa . me",
                            START + "wa" + DOT + "me" + SLASH + "(?:c/)?\\+?(\\d{7,15})(?!\\d)",
                            0.99,
                            m -> Optional.of("+" + m.group(1))),
                    of(
                            ContactKind.WHATSAPP,
                            "wasap.my",
                            "wasap.my",
                            START + "wasap\\.my/\\+?(\\d{7,15})(?!\\d)",
                            0.98,
                            m -> Optional.of("+" + m.group(1))),
                    of(
                            ContactKind.WHATSAPP,
                            "wa.me message",
                            "wa.me",
                            START + "wa\\.me/(message/[A-Z0-9]{6,20}|qr/[A-Z0-9]{6,20})",
                            0.98,
                            m -> Optional.of(m.group(1))),
                    of(
                            ContactKind.WHATSAPP,
                            "whatsapp send",
                            "whatsapp",
                            "(?:api\\.|web\\.)?whatsapp(?:\\.com/send/?|://send/?)\\?(?:[a-z_]{1,20}=[^&\\s]{0,80}&)?phone=(?:\\+|%2B)?(\\d{7,15})",
                            0.99,
                            m -> Optional.of("+" + m.group(1))),
                    of(
                            ContactKind.WHATSAPP,
                            "whatsapp group",
                            "whatsapp",
                            START + "chat\\.whatsapp\\.com/(?:invite/)?([A-Za-z0-9]{18,26})",
                            0.99,
                            m -> Optional.of(m.group(1))),
                    of(
                            ContactKind.WHATSAPP,
                            "whatsapp channel",
                            "whatsapp",
                            START + "whatsapp\\.com/(channel/[A-Za-z0-9]{12,40})",
                            0.98,
                            m -> Optional.of(m.group(1))),
                    of(
                            ContactKind.ZALO,
                            "zalo group",
                            "zalo",
                            START + "zalo" + DOT + "me" + SLASH + "(g/[A-Za-z0-9]{4,16})",
                            0.99,
                            m -> Optional.of(m.group(1))),
                    of(
                            ContactKind.ZALO,
                            "zalo.me",
                            "zalo",
                            START + "zalo" + DOT + "me" + SLASH + "\\+?(\\d{8,15})(?!\\d)",
                            0.99,
                            m -> Optional.of(vietnamese(m.group(1)))),
                    of(
                            ContactKind.VIBER,
                            "viber://",
                            "viber://",
                            "viber://(?:chat|add|contact)/?\\?number=(?:%2B|\\+)?(\\d{7,15})",
                            0.98,
                            m -> Optional.of("+" + m.group(1))),
                    of(
                            ContactKind.VIBER,
                            "viber group",
                            "viber",
                            START + "invite\\.viber\\.com/\\?(g2?=[A-Za-z0-9%_-]{8,64})",
                            0.98,
                            m -> Optional.of(m.group(1))),
                    of(
                            ContactKind.SIGNAL,
                            "signal.me",
                            "signal",
                            START + "signal\\.me/#p/\\+?(\\d{7,15})",
                            0.99,
                            m -> Optional.of("+" + m.group(1))),
                    of(
                            ContactKind.SIGNAL,
                            "signal.me name",
                            "signal",
                            START + "signal\\.me/#eu/([A-Za-z0-9+_=/-]{6,120})",
                            0.97,
                            m -> Optional.of("eu/" + m.group(1))),
                    of(
                            ContactKind.SIGNAL,
                            "signal.group",
                            "signal",
                            START + "signal\\.group/#([A-Za-z0-9+_=-]{6,120})",
                            0.98,
                            m -> Optional.of(m.group(1))),
                    of(
                            ContactKind.MESSENGER,
                            "m.me",
                            "m.me|m . me|m .me|m chấm me|m dot me|m punto me|m ponto me|m titik me|m точка me|m nokta me|m点me|m點me|m점me|m닷me|messenger.com|facebook.com/messages",
                            START
                                    + "(?:m"
                                    + DOT
                                    + "me|messenger\\.com/t|facebook\\.com/messages/t)"
                                    + SLASH
                                    + "([A-Za-z0-9._]{2,63}[A-Za-z0-9])",
                            0.97,
                            m -> Optional.of(lower(m.group(1)))),
                    of(
                            ContactKind.MESSENGER,
                            "facebook number",
                            "profile.php|/people/",
                            START
                                    + FACEBOOK
                                    + "(?:profile\\.php\\?(?:[a-z_]{1,20}=[^&\\s]{0,40}&){0,4}id=|people/[^/\\s]{1,120}/)"
                                    + "(\\d{5,20})(?![A-Za-z0-9_])",
                            0.9,
                            m -> Optional.of(m.group(1))),
                    of(
                            ContactKind.MESSENGER,
                            "facebook name",
                            "facebook.com/|fb.com/|fb.me/",
                            START
                                    + FACEBOOK
                                    + "(?>([A-Za-z0-9_]{1,50}(?:\\.[A-Za-z0-9_]{1,50}){0,9}))(?![%-])"
                                    + "(?:/(?:about|photos|reviews|info)?/?(?![A-Za-z0-9_@%.-]))?(?!/)",
                            0.9,
                            LinkGrammar::facebookName),
                    of(
                            ContactKind.DISCORD,
                            "discord",
                            "discord",
                            START
                                    + "(?:discord\\.gg|discord(?:app)?\\.com/invite)/([A-Za-z0-9-]{2,32})",
                            0.98,
                            m -> Optional.of(m.group(1))),
                    of(
                            ContactKind.INSTAGRAM,
                            "instagram page",
                            "instagr",
                            START
                                    + "(?:m\\.)?(?:instagram"
                                    + DOT
                                    + "com|instagr\\.am)"
                                    + SLASH
                                    + "(?:_[un]/)?@?([A-Za-z0-9_.]{1,30})"
                                    + WHOLE_PATH,
                            0.97,
                            m -> ProfileNames.ofPage(ContactKind.INSTAGRAM, m.group(1))),
                    of(
                            ContactKind.INSTAGRAM,
                            "instagram message",
                            "ig.me/m/",
                            START + "ig\\.me/m/([A-Za-z0-9_.]{1,30})",
                            0.98,
                            m -> ProfileNames.ofPage(ContactKind.INSTAGRAM, m.group(1))),
                    of(
                            ContactKind.TIKTOK,
                            "tiktok page",
                            "tiktok",
                            START
                                    + "(?:m\\.)?tiktok"
                                    + DOT
                                    + "com"
                                    + SLASH
                                    + "@([A-Za-z0-9_.]{2,24})"
                                    + WHOLE_PATH,
                            0.97,
                            m -> ProfileNames.ofPage(ContactKind.TIKTOK, m.group(1))),
                    of(
                            ContactKind.SKYPE,
                            "skype: link",
                            "skype:",
                            "(?<![A-Za-z0-9_])(skype:(?://)?(?:live:)?[.A-Za-z0-9_,-]{4,60})\\?(?:chat|call|add|userinfo|sendfile|voicemail)",
                            0.98,
                            m -> ProfileNames.inSkypeLink(m.group(1))),
                    of(
                            ContactKind.SKYPE,
                            "skype group",
                            "join.skype.com",
                            START
                                    + "join\\.skype\\.com/(?:invite/)?([A-Za-z0-9]{8,24})(?![A-Za-z0-9/-])",
                            0.98,
                            m -> Optional.of("join/" + m.group(1))),
                    of(
                            ContactKind.WECHAT,
                            "wechat code",
                            "u.wechat.com/",
                            "u\\.wechat\\.com/([A-Za-z0-9_-]{4,64})",
                            0.95,
                            m -> Optional.of("u/" + m.group(1))),
                    of(
                            ContactKind.WECHAT,
                            "wechat ticket",
                            "weixin://",
                            "weixin://dl/business/\\?ticket=([A-Za-z0-9_-]{4,64})",
                            0.95,
                            m -> Optional.of("ticket/" + m.group(1))),
                    of(
                            ContactKind.WECHAT,
                            "wechat link",
                            "weixin://",
                            "weixin://(?:dl/chat\\?|contacts/profile/)?([A-Za-z0-9_-]{4,64})",
                            0.95,
                            m -> Optional.of(lower(m.group(1)))),
                    of(
                            ContactKind.QQ,
                            "qq chat",
                            "qq.com|mqqwpa|tencent://",
                            "(?:wpa\\.qq\\.com/|wpa\\.b\\.qq\\.com/|mqqwpa://|tencent://)[^\\s]{0,80}?\\buin=([1-9]\\d{4,10})(?!\\d)",
                            0.98,
                            m -> Optional.of(m.group(1))),
                    of(
                            ContactKind.QQ,
                            "qq group",
                            "qq.com",
                            "(?:https?://)?(?:qm\\.qq\\.com/(?:q/|cgi-bin/qm/qr\\?(?:[a-z_]{1,20}=[^&\\s]{0,80}&)?k=)|jq\\.qq\\.com/\\?(?:[a-z_]{1,20}=[^&\\s]{0,80}&)?k=)([A-Za-z0-9_-]{5,64})",
                            0.97,
                            m -> Optional.of(m.group(1))),
                    of(
                            ContactKind.EMAIL,
                            "mailto:",
                            "mailto:",
                            "mailto:([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,120}\\.[A-Za-z]{2,20})",
                            0.99,
                            m -> Optional.of(EmailContacts.canonical(m.group(1)))),
                    of(
                            ContactKind.URL,
                            "short link",
                            "bit.ly|tinyurl|t.co/|cutt.ly|is.gd|s.id|han.gl|vo.la|me2.do|url.kr|reurl.cc|t.cn|shorturl|linktr.ee|bio.link|lnk.bio|beacons.ai|rb.gy|buly.kr|zrr.kr|abit.ly|lihi|pse.is|shope.ee|bom.so|by.com.vn|taplink|heylink|linkr|wa.link|walink.co|msng.link|campsite.bio|allmylinks",
                            START
                                    + "((?:bit\\.ly|tinyurl\\.com|t\\.co|cutt\\.ly|is\\.gd|s\\.id|han\\.gl|vo\\.la|me2\\.do|url\\.kr|reurl\\.cc|t\\.cn|shorturl\\.at|linktr\\.ee|bio\\.link|lnk\\.bio|beacons\\.ai|rb\\.gy|buly\\.kr|zrr\\.kr|abit\\.ly|lihi\\d?\\.(?:cc|com|me)|pse\\.is|shope\\.ee|bom\\.so|taplink\\.(?:cc|ws)|heylink\\.me|linkr\\.bio|wa\\.link|walink\\.co|msng\\.link|campsite\\.bio|allmylinks\\.com)/[A-Za-z0-9_.~-]{1,79}[A-Za-z0-9_~-])",
                            0.9,
                            m -> Optional.of(m.group(1))),
                    of(
                            ContactKind.URL,
                            WEB_ADDRESS,
                            "http|hxxp",
                            "(?<![A-Za-z0-9])(h(?:tt|xx)ps?)(?:\\[:\\]|:)//([A-Za-z0-9-]{1,63}(?:(?:\\.|\\[\\.\\]|\\(\\.\\)|\\[dot\\]|\\(dot\\))[A-Za-z0-9-]{1,63}){1,6}(?::\\d{2,5})?(?:/[A-Za-z0-9_.~%/+=&?#@:!-]{0,200})?)",
                            0.5,
                            m -> Optional.of(webAddress(m.group(1), m.group(2)))));

    private static final List<String> ALL_KEYS =
            ALL.stream().flatMap(grammar -> grammar.keys().stream()).distinct().toList();

    private static final FewStrings KEYS = FewStrings.of(ALL_KEYS);
    private static final List<BitSet> BY_KEY = placesOf(ALL_KEYS);

    private static LinkGrammar of(
            ContactKind kind,
            String method,
            String keys,
            String pattern,
            double confidence,
            Function<MatchResult, Optional<String>> name) {
        return new LinkGrammar(
                kind,
                method,
                List.of(keys.split("\\|")),
                HeadedPattern.compile(pattern, Pattern.CASE_INSENSITIVE),
                confidence,
                name);
    }

    /// Whether it reads any address, whatever it leads to.
    boolean isOfAnyAddress() {
        return method.equals(WEB_ADDRESS);
    }

    /// Those whose addresses a text in lower case may hold.
    static List<LinkGrammar> thatMayBeIn(String lowerCase) {
        BitSet found = new BitSet();
        KEYS.scan(lowerCase, (key, _, _) -> found.or(BY_KEY.get(key)));
        return found.stream().mapToObj(ALL::get).toList();
    }

    /// The same of a view.
    static List<LinkGrammar> thatMayBeIn(View lowerCase) {
        return KEYS.mayBeIn(lowerCase) ? thatMayBeIn(lowerCase.text()) : List.of();
    }

    /// For each key the places of the grammars that have it.
    private static List<BitSet> placesOf(List<String> keys) {
        return keys.stream()
                .map(key ->
                        IntStream.range(0, ALL.size())
                                .filter(i -> ALL.get(i).keys().contains(key))
                                .collect(BitSet::new, BitSet::set, BitSet::or))
                .toList();
    }

    private static Optional<String> telegramName(MatchResult match) {
        return telegramName(match.group(1));
    }

    /// The name of an account that t.me leads to; nothing for its other paths.
    static Optional<String> telegramName(String written) {
        String name = lower(written);
        return RESERVED.contains(name) ? Optional.empty() : Optional.of(name);
    }

    private static Optional<String> facebookName(MatchResult match) {
        String name = lower(match.group(1));
        boolean isName =
                name.length() >= SHORTEST_FACEBOOK
                        && name.length() <= LONGEST_FACEBOOK
                        && !name.endsWith(".php")
                        && !FACEBOOK_RESERVED.contains(name);
        return isName ? Optional.of(name) : Optional.empty();
    }

    /// A person's page is found by the name that he chose, a room by its code.
    private static Optional<String> openChat(MatchResult match) {
        String name = match.group(2);
        return Optional.of(match.group(1).equalsIgnoreCase("me") ? "me/" + name : name);
    }

    /// `~name` is a member and `@name` a business, and either may have a name that the other has
    /// too. What groups and pictures lead to are codes; they keep their path and their case.
    private static Optional<String> lineName(MatchResult match) {
        String path = lower(match.group(1));
        String written = decoded(match.group(2)).replaceFirst("\\.+$", "");
        String name = written.replaceFirst("^[@~]+", "");
        String sign = written.substring(0, written.length() - name.length());
        if (sign.contains("@")) {
            return lineAccount(name);
        }
        if (name.length() < SHORTEST_LINE) {
            return Optional.empty();
        }
        if (!path.equals("p") || (sign.isEmpty() && name.length() == LINE_CODE)) {
            return Optional.of(path + "/" + name);
        }
        return Optional.of(sign.isEmpty() ? name : lower(name));
    }

    private static Optional<String> lineAccount(String name) {
        return name.length() < SHORTEST_LINE ? Optional.empty() : Optional.of("@" + lower(name));
    }

    static String decoded(String escaped) {
        try {
            return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return escaped; // a stray percent sign is part of the name then
        }
    }

    private static String vietnamese(String digits) {
        if (digits.startsWith("0")) {
            return "+84" + digits.substring(1);
        }
        return "+" + digits;
    }

    /// As written, but for the case of its host and what was done to keep it from being followed.
    private static String webAddress(String scheme, String written) {
        String address = DEFANGED_DOT.matcher(written).replaceAll(".");
        while (!address.isEmpty() && ".?!:".indexOf(address.charAt(address.length() - 1)) >= 0) {
            address = address.substring(0, address.length() - 1);
        }
        int slash = address.indexOf('/');
        String host = slash < 0 ? address : address.substring(0, slash);
        return lower(scheme).replace("xx", "tt")
                + "://"
                + lower(host)
                + (slash < 0 ? "" : address.substring(slash));
    }

    private static String lower(String text) {
        return LowerCase.of(text);
    }
}
