package lurewatch.indexer.detect;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;

/// Mail addresses whose host is written as it is spoken: `name 골뱅이 네이버 닷컴`, `name собака мейл точка
/// ру`.
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
                            Map.entry("джимейл", "gmail.com")));

    private static final HeadedPattern ADDRESS =
            HeadedPattern.compile(
                    "(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]{2,64})\\s{0,2}(?:골뱅이|앳|собака|@)\\s{0,2}("
                            + String.join("|", HOSTS.keySet())
                            + ")(?:\\s?(?:\\.|점|닷|точка)\\s?(?:com|net|ru|컴|넷|ру|ком))?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int ENOUGH = 20;

    private SpokenHosts() {}

    static void findIn(TextViews views, ContactList contacts) {
        View view = views.cased();
        if (HOSTS.keySet().stream().anyMatch(host -> view.text().contains(host))) {
            ADDRESS.find(
                    view.text(), 0, view.length(), ENOUGH, match -> add(view, match, contacts));
        }
    }

    private static void add(View view, MatchResult match, ContactList contacts) {
        if (!contacts.isTaken(view.rawStart(match.start()), view.rawEnd(match.end()))) {
            contacts.add(
                    ContactKind.EMAIL,
                    EmailContacts.canonical(match.group(1) + "@" + HOSTS.get(match.group(2))),
                    view,
                    match.start(),
                    match.end(),
                    0.9,
                    Concealment.marked("spelled mail"));
        }
    }
}
