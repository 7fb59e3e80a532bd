package lurewatch.indexer.contact;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Mail addresses that are told part by part with words between: `sample punto gatos, arroba, el
/// dominio es example y acaba en punto org`.
final class ToldMails {
    /// Between the sign and the host.
    private static final String OF_HOST = Sayings.OF_CHANNELS.either("before-host");

    /// Between the host and its dot.
    private static final String OF_END = Sayings.OF_CHANNELS.either("before-end");

    private static final String DOT =
            "(?:" + SignWords.LATIN_DOT + "|" + SignWords.OTHER_DOT + "|" + SignWords.DOT + ")";

    private static final String PART = "[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38}[A-Za-z0-9])?";
    private static final String PAUSE = "[\\s,;:、，–—-]{1,3}";

    private static final HeadedPattern ADDRESS =
            HeadedPattern.compile(
                    "(?<![A-Za-z0-9._%+@-])("
                            + PART
                            + "(?:(?:\\.|\\s(?:"
                            + DOT
                            + "|"
                            + SignWords.UNDERSCORE
                            + ")\\s)"
                            + PART
                            + "){0,3})"
                            + PAUSE
                            + "(?:(?:"
                            + OF_HOST
                            + ")\\s){0,3}(?:"
                            + String.join("|", EmailContacts.AT_WORDS)
                            + "|(at)|@)"
                            + PAUSE
                            + "((?:(?:"
                            + OF_HOST
                            + ")[\\s:]{1,2}){0,5})("
                            + PART
                            + ")("
                            + "(?:"
                            + PAUSE
                            + "(?:(?:"
                            + OF_END
                            + ")\\s){0,5}(?:"
                            + DOT
                            + "[\\s,]{1,2}|\\.)"
                            + PART
                            + "){1,3})(?![A-Za-z0-9])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern LABEL =
            Pattern.compile(
                    "(?:" + DOT + "[\\s,]{1,2}|\\.)(" + PART + ")",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern DOT_IN_NAME =
            Pattern.compile("\\s" + DOT + "\\s", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern UNDERSCORE_IN_NAME =
            Pattern.compile(
                    "\\s(?:" + SignWords.UNDERSCORE + ")\\s",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern TOP = Pattern.compile("[a-z]{2,10}");

    private static final Set<String> NO_HOSTS =
            Set.copyOf(List.of((OF_HOST + "|" + OF_END).split("\\|", -1)));

    private static final int AT = 2;
    private static final int WORDS = 3;
    private static final int HOST = 4;
    private static final int ENDS = 5;

    private ToldMails() {}

    /// Looks where the walk is told that the sign is named.
    static HeadedPattern.Walk walk(View view, ContactList contacts) {
        return ADDRESS.walk(view.text(), match -> add(view, match, contacts));
    }

    private static void add(View view, MatchResult match, ContactList contacts) {
        String host = LowerCase.of(match.group(HOST));
        boolean plain = match.group(WORDS).isEmpty() && match.group().indexOf(',') < 0;
        boolean word = match.group(AT) != null && !match.group(ENDS).contains("dot ");
        if (plain
                || word // `at any point, at no cost`
                || NO_HOSTS.contains(host)
                || NO_HOSTS.contains(LowerCase.of(match.group(1)))
                || contacts.isTaken(view.rawStart(match.start()), view.rawEnd(match.end()))) {
            return;
        }
        StringBuilder domain = new StringBuilder(host);
        String top = "";
        var labels = LABEL.matcher(match.group(ENDS));
        while (labels.find()) {
            top = LowerCase.of(labels.group(1));
            domain.append('.').append(top);
        }
        if (!TOP.matcher(top).matches()) {
            return;
        }
        String name =
                UNDERSCORE_IN_NAME
                        .matcher(DOT_IN_NAME.matcher(match.group(1)).replaceAll("."))
                        .replaceAll("_");
        contacts.add(
                ContactKind.EMAIL,
                EmailContacts.canonical(name + "@" + domain),
                view,
                match.start(),
                match.end(),
                0.85,
                "told mail",
                Concealment.DISGUISED);
    }
}
