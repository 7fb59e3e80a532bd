package lurewatch.indexer.contact;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;

/// Mail addresses whose well-known host is written as it is spoken or in pieces: `name 골뱅이 네이버 닷컴`,
/// `name собака мейл точка ру`, `name@gmail,com`, `n a m e @ g m a i l . c o m`.
final class SpokenHosts {
    /// Before a host in the name of the saying that tells how people call it.
    private static final String HOST = "host-";

    private static final Map<String, String> HOSTS = hosts();

    /// A name, or one spelled letter by letter.
    private static final String LOCAL =
            "((?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{2,64}|(?<![A-Za-z0-9._%+-] ?)(?:[A-Za-z0-9._-] ){4,40}[A-Za-z0-9])";

    private static final HeadedPattern ADDRESS =
            HeadedPattern.compile(
                    LOCAL
                            + "[\\s_]{0,2}(?:@|"
                            + Sayings.OF_CHANNELS.either("at-before-host")
                            + ")(?: द रेट| দ্য রেট| دی ریٹ| the rate| sign)?[\\s_]{0,2}("
                            + HOSTS.keySet().stream()
                                    .map(SpokenHosts::inPieces)
                                    .collect(Collectors.joining("|"))
                            + ")(?:\\s{0,2}(?:\\.|,|"
                            + Sayings.OF_CHANNELS.either("dot-behind-host")
                            + ")\\s{0,2}(?:"
                            + Sayings.OF_CHANNELS.either("end-of-host")
                            + ")(?![A-Za-z])|(?<=[^\\x00-\\x7F]))",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Of these one stands in every such address; in lower case.
    static final List<String> WORDS =
            HOSTS.keySet().stream()
                    .flatMap(host -> Stream.of(host, String.join(" ", host.split(""))))
                    .toList();

    private SpokenHosts() {}

    private static Map<String, String> hosts() {
        Map<String, String> hosts = new TreeMap<>();
        for (String saying : Sayings.OF_CHANNELS.all()) {
            if (saying.startsWith(HOST)) {
                String host = saying.substring(HOST.length());
                Sayings.OF_CHANNELS.words(saying).forEach(name -> hosts.put(name, host));
            }
        }
        return hosts;
    }

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
        String host = LowerCase.of(match.group(2).replace(" ", ""));
        contacts.add(
                ContactKind.EMAIL,
                EmailContacts.canonical(local + "@" + HOSTS.get(host)),
                view,
                match.start(),
                match.end(),
                0.9,
                "spelled mail",
                Concealment.DISGUISED);
    }
}
