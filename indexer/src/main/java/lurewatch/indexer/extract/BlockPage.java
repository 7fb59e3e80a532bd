package lurewatch.indexer.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;

/// Recognises walls, and servers in trouble, that answer in a page's place, whatever status they
/// carry. They are reported, never climbed.
final class BlockPage {
    /// Marks that stand in the scripts of challenges and not of the pages behind them, unless
    /// somebody writes them there to have the page taken for one.
    private static final List<String> MARKS =
            List.of(
                    "_cf_chl_opt",
                    "window._cf_chl",
                    "/_Incapsula_Resource?SWUDNSAI=",
                    "/_Incapsula_Resource?CWUDNSAI=",
                    "geo.captcha-delivery.com",
                    "captcha.px-cdn.net",
                    "window.gokuProps",
                    "awsWafCookieDomainList",
                    "ddos-guard/js-challenge",
                    "/.within.website/x/cmd/anubis/",
                    "acw_sc__v2",
                    "/.safeline/static/",
                    "sucuri_cloudproxy_js");

    /// Every site that sits behind the same service carries this script; only a page that says next
    /// to nothing is a wall.
    private static final String AMBIGUOUS = "/cdn-cgi/challenge-platform/";

    /// So does this one, also at the end of pages that are short; it is a wall where it is all that
    /// there is.
    private static final String ALONE = "/_Incapsula_Resource?";

    private static final int NEXT_TO_NOTHING = 400;

    /// A proxy's notice has its excuses and whom to tell.
    private static final int LONGEST_NOTICE = 1000;

    /// What has as many digits as a number to call: addresses, days, and ids with letters.
    private static final Pattern NO_NUMBER =
            Pattern.compile(
                    "\\S{0,99}://\\S*+"
                            + "|(?<!\\d)\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\d)"
                            + "|(?<!\\d)\\d{4}-\\d\\d-\\d\\d(?!\\d)"
                            + "|(?<!\\d)\\d{1,2}\\.\\d{1,2}\\.\\d{4}(?!\\d)"
                            + "|\\b(?=[\\d-]{0,99}[a-f])[\\da-f-]{12,99}\\b");

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}(?:[ ().-]{0,3}\\p{Nd}){6,}+");

    /// Ids of incidents are longer.
    private static final int MOST_DIGITS = 15;

    /// What a proxy on the way says for a server that it could not reach, by some with status 200.
    private static final String PROXY = "ERROR: The requested URL could not be retrieved";

    /// Scripts of those who tell people from programs. Many honest forms carry one, too.
    private static final List<String> TESTS =
            List.of(
                    "google.com/recaptcha/",
                    "recaptcha.net/recaptcha/",
                    "hcaptcha.com/1/api.js",
                    "challenges.cloudflare.com/turnstile/",
                    "geetest.com/",
                    "captcha.gtimg.com/",
                    "turing.captcha.qcloud.com/",
                    "TCaptcha.js",
                    "AliyunCaptcha.js",
                    "cstaticdun.126.net/",
                    "smartcaptcha.yandexcloud.net/",
                    "arkoselabs.com/");

    /// What such a test asks for where it is all that there is.
    private static final List<String> TEST_WORDS =
            List.of(
                    "you are human",
                    "you're human",
                    "you are a human",
                    "are you human",
                    "a robot",
                    "security check",
                    "checking your browser",
                    "access check",
                    "captcha",
                    "사람인지",
                    "사람임을",
                    "로봇이",
                    "보안문자",
                    "보안 문자",
                    "자동등록방지",
                    "安全验证",
                    "人机验证",
                    "完成验证",
                    "滑动",
                    "滑块",
                    "安全驗證",
                    "完成驗證",
                    "滑塊",
                    "人間であること",
                    "ロボットでは",
                    "bạn là người",
                    "người máy",
                    "ยืนยันว่าคุณ",
                    "หุ่นยนต์",
                    "verifikasi bahwa",
                    "bukan robot",
                    "не робот",
                    "es humano",
                    "é humano",
                    "êtes humain",
                    "ein mensch");

    /// Firewalls that answer in a page's place, by words that all must be there.
    private static final List<List<String>> FIREWALLS =
            List.of(
                    List.of("incapsula incident id"),
                    List.of("making sure you're not a bot"),
                    List.of("access denied", "you don't have permission to access", "reference #"),
                    List.of("the requested url was rejected", "support id"),
                    List.of("access to this page has been denied", "human"),
                    List.of("防火墙", "拦截"),
                    List.of("防火墙", "检查您的访问"),
                    List.of("waf", "访问环境是否安全"),
                    List.of("비정상적인 접근", "제한"),
                    List.of("비정상적인 접근", "차단"));

    /// A queue before a site that has too many visitors, or says so.
    private static final String QUEUE = "static.queue-it.net/";

    private static final String IN_LINE = "in line";

    /// What a page says that stands in for all others while a site is worked on.
    private static final List<String> AT_WORK =
            List.of(
                    "site is under maintenance",
                    "is currently under maintenance",
                    "down for maintenance",
                    "undergoing maintenance",
                    "undergoing scheduled maintenance",
                    "maintenance mode",
                    "we'll be back soon",
                    "we will be back soon",
                    "be right back",
                    "error establishing a database connection",
                    "점검 중입니다",
                    "점검중입니다",
                    "서비스 점검 중",
                    "서비스 점검중",
                    "서버 점검 중",
                    "서버 점검중",
                    "시스템 점검 중",
                    "시스템 점검중",
                    "系统维护中",
                    "网站维护中",
                    "系统正在维护",
                    "网站正在维护",
                    "系統維護中",
                    "網站維護中",
                    "メンテナンス中",
                    "メンテナンスのため",
                    "đang bảo trì",
                    "ปิดปรับปรุงชั่วคราว",
                    "ปิดปรับปรุงระบบ",
                    "sedang dalam pemeliharaan",
                    "situs sedang dalam perbaikan",
                    "laman dalam penyelenggaraan",
                    "ведутся технические работы",
                    "технические работы на сайте",
                    "ведуться технічні роботи",
                    "sitio en mantenimiento",
                    "site em manutenção",
                    "site en maintenance",
                    "wartungsarbeiten",
                    "bakım çalışması",
                    "الموقع تحت الصيانة");

    private BlockPage() {}

    /// The mark by which a page is known as a wall. Whatever mark it carries, a page that says more
    /// than a wall does, or gives a contact, is read.
    static Optional<String> mark(PageScan scan) {
        String said = (scan.title + "\n" + scan.prose.text()).replace('’', '\'');
        if (isOfProxy(scan, said)) {
            return Optional.of(PROXY);
        }
        boolean namesSomebody = scan.contacts.stream().anyMatch(PageScan.PageContact::contact);
        if (namesSomebody) {
            return Optional.empty();
        }
        Optional<String> trace = ErrorPage.trace(scan, said);
        if (trace.isPresent() || scan.prose.length() >= NEXT_TO_NOTHING) {
            return trace;
        }
        String scripts = scan.scripts();
        return byScripts(scan, said, scripts)
                .or(() -> standsInForAll(scan, said, scripts))
                .or(() -> mayBeReached(said) ? Optional.empty() : ErrorPage.notice(said));
    }

    private static Optional<String> byScripts(PageScan scan, String said, String scripts) {
        if (mayBeReached(said)) {
            return Optional.empty();
        }
        boolean isService =
                scripts.contains(AMBIGUOUS)
                        && (scan.title.startsWith("Just a moment")
                                || scripts.contains("/orchestrate/"));
        return MARKS.stream()
                .filter(scripts::contains)
                .findFirst()
                .or(() -> isService ? Optional.of(AMBIGUOUS) : Optional.empty())
                .or(() ->
                        Optional.of(ALONE).filter(_ -> said.isBlank() && scripts.contains(ALONE)));
    }

    /// Its notice names the administrator, and nobody else.
    private static boolean isOfProxy(PageScan scan, String said) {
        if (!scan.title.equals(PROXY) || scan.prose.length() >= LONGEST_NOTICE) {
            return false;
        }
        boolean byMailOnly =
                scan.contacts.stream()
                        .filter(PageScan.PageContact::contact)
                        .allMatch(link -> link.target().startsWith("mailto:"));
        boolean namesNobody = scan.contacts.isEmpty() && !mayBeReached(said);
        return namesNobody
                || (byMailOnly
                        && said.contains("cache administrator")
                        && !mayBeReached(said.replace('@', ' ')));
    }

    /// Whether a text gives a name, an address or a number to write to or call.
    private static boolean mayBeReached(String said) {
        return said.indexOf('@') >= 0
                || said.contains(".me/")
                || NUMBER.matcher(NO_NUMBER.matcher(LowerCase.of(said)).replaceAll(","))
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(number ->
                                number.chars().filter(Character::isDigit).count() <= MOST_DIGITS);
    }

    /// A test or an excuse, and nobody to write to.
    private static Optional<String> standsInForAll(PageScan scan, String said, String scripts) {
        String lower = LowerCase.of(said);
        // They name the address that was asked for, and numbers of their own.
        Optional<String> firewall = firewall(lower);
        if (firewall.isPresent() || GonePage.mayHoldContact(said)) {
            return firewall;
        }
        Optional<String> test =
                scan.asksForPassword()
                        ? Optional.empty()
                        : TESTS.stream()
                                .filter(scripts::contains)
                                .filter(_ -> TEST_WORDS.stream().anyMatch(lower::contains))
                                .findFirst();
        return test.or(() -> AT_WORK.stream().filter(lower::contains).findFirst())
                .or(() ->
                        Optional.of(QUEUE)
                                .filter(_ -> scripts.contains(QUEUE) && lower.contains(IN_LINE)));
    }

    private static Optional<String> firewall(String lower) {
        return FIREWALLS.stream()
                .filter(words -> words.stream().allMatch(lower::contains))
                .map(List::getFirst)
                .findFirst();
    }
}
