package lurewatch.indexer.detect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;

/// Mail addresses whose well-known host is written as it is spoken or in pieces: `name 골뱅이 네이버 닷컴`,
/// `name собака мейл точка ру`, `name@gmail,com`, `n a m e @ g m a i l . c o m`.
final class SpokenHosts {
    private static final Map<String, String> HOSTS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("네이버", "naver.com"),
                            Map.entry("지메일", "gmail.com"),
                            Map.entry("다음", "daum.net"),
                            Map.entry("한메일", "hanmail.net"),
                            Map.entry("네이트", "nate.com"),
                            Map.entry("핫메일", "hotmail.com"),
                            Map.entry("아웃룩", "outlook.com"),
                            Map.entry("мейл", "mail.ru"),
                            Map.entry("майл", "mail.ru"),
                            Map.entry("яндекс", "yandex.ru"),
                            Map.entry("гмейл", "gmail.com"),
                            Map.entry("джимейл", "gmail.com"),
                            Map.entry("जीमेल", "gmail.com"),
                            Map.entry("जी मेल", "gmail.com"),
                            Map.entry("জিমেইল", "gmail.com"),
                            Map.entry("جی میل", "gmail.com"),
                            Map.entry("جیمیل", "gmail.com"),
                            Map.entry("جيميل", "gmail.com"),
                            Map.entry("جی‌میل", "gmail.com"),
                            Map.entry("ジーメール", "gmail.com"),
                            Map.entry("จีเมล", "gmail.com"),
                            Map.entry("याहू", "yahoo.com"),
                            Map.entry("ياهو", "yahoo.com"),
                            Map.entry("yahoo", "yahoo.com"),
                            Map.entry("gmail", "gmail.com"),
                            Map.entry("hotmail", "hotmail.com"),
                            Map.entry("outlook", "outlook.com"),
                            Map.entry("naver", "naver.com")));

    /// A name, or one spelled letter by letter.
    private static final String LOCAL =
            "((?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{2,64}|(?<![A-Za-z0-9._%+-] ?)(?:[A-Za-z0-9._-] ){4,40}[A-Za-z0-9])";

    private static final HeadedPattern ADDRESS =
            HeadedPattern.compile(
                    LOCAL
                            + "[\\s_]{0,2}(?:골뱅이|앳|собака|собачка|@|एट|ऐट|এট|অ্যাট|ایٹ|آت|ات|แอท|แอ็ด|あっと|アット|艾特|小老鼠|arroba|arobase|et(?=\\s)|эт(?=\\s)|at(?=[\\s_]))(?: द रेट| দ্য রেট| دی ریٹ| the rate| sign)?[\\s_]{0,2}("
                            + HOSTS.keySet().stream()
                                    .map(SpokenHosts::inPieces)
                                    .collect(Collectors.joining("|"))
                            + ")(?:\\s{0,2}(?:\\.|,|점|쩜|닷|點|点|точка|dot|डॉट|ডট|ڈاٹ|دوت|دات|نقطة|จุด|ดอท|ドット|どっと|punto|ponto|point|punkt|titik|tuldok|chấm|nokta|nuqta)\\s{0,2}(?:c ?o ?m|net|ru|컴|넷|ру|ком|कॉम|কম|کام|كوم|คอม)(?![A-Za-z])|(?<=[^\\x00-\\x7F]))",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Of these one stands in every such address; in lower case.
    static final List<String> WORDS =
            HOSTS.keySet().stream()
                    .flatMap(host -> Stream.of(host, String.join(" ", host.split(""))))
                    .toList();

    private SpokenHosts() {}

    private static String inPieces(String host) {
        return String.join(" ?", host.split(""));
    }

    /// Looks where the walk is told that one of the words stands.
    static HeadedPattern.Walk walk(TextViews views, ContactList contacts) {
        View view = views.cased();
        return ADDRESS.walk(view.text(), match -> add(view, match, contacts));
    }

    private static void add(View view, MatchResult match, ContactList contacts) {
        if (contacts.isTaken(view.rawStart(match.start()), view.rawEnd(match.end()))) {
            return;
        }
        String local = match.group(1).replace(" ", "");
        String host = match.group(2).replace(" ", "").toLowerCase(Locale.ROOT);
        contacts.add(
                ContactKind.EMAIL,
                EmailContacts.canonical(local + "@" + HOSTS.get(host)),
                view,
                match.start(),
                match.end(),
                0.9,
                Concealment.marked("spelled mail"));
    }
}
