package lurewatch.indexer.contact;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Scripts;

/// Names of accounts on networks whose own names stand in ordinary texts as often as beside an
/// account: what may be a name there by the network's rules, and what surely is one.
final class ProfileNames {
    /// Instagram: up to 30 letters, digits, dots and underscores, no dot first, last or beside
    /// another. TikTok: 2 to 24 of the same. Skype: 6 to 32, a letter first, hyphens too.
    private static final Map<ContactKind, Pattern> NAMES =
            new EnumMap<>(
                    Map.of(
                            ContactKind.INSTAGRAM,
                            Pattern.compile(
                                    "(?!.*\\.\\.)[A-Za-z0-9_][A-Za-z0-9_.]{0,28}[A-Za-z0-9_]"),
                            ContactKind.TIKTOK,
                            Pattern.compile("[A-Za-z0-9_.]{1,23}[A-Za-z0-9_]"),
                            ContactKind.SKYPE,
                            Pattern.compile("[A-Za-z][A-Za-z0-9._-]{4,30}[A-Za-z0-9_-]")));

    /// Parts of the networks and what is spoken of with them, which stand where a name would.
    private static final Set<String> NO_NAMES =
            HandleWords.words(
                    """
                    explore reel reels p tv stories story accounts direct about developer developers legal privacy
                    web challenge graphql api oauth press help blog jobs session emails static s share popular
                    tags tag hashtag hashtags directory nametag qr ar invites location locations download
                    live lives livestream video videos photo photo photos foto post posts page pages profile
                    profiles bio dm dms inbox follower followers follow likes like views view influencer
                    influencers ads ad shop store business creator creators content marketing account handle
                    lite verified studio partner seller affiliate music username name search discover foryou
                    following upload login signup embed interview credit credits id lives
                    """);

    /// Ends of hosts that a page is given by more often than an account is called so.
    private static final Set<String> HOST_ENDS =
            HandleWords.words(
                    "com net org info biz example shop store online site xyz app dev test jobs");

    private static final Pattern SKYPE_LINK =
            Pattern.compile(
                    "skype:(?://)?((?:live:)?[.A-Za-z0-9_,-]{4,60})(?:\\?.{0,200})?",
                    Pattern.CASE_INSENSITIVE);

    private static final int SHORTEST = 3;
    private static final int SHORTEST_WITH_DOT = 6;
    private static final String CLAUSE_ENDS = "\n,，、。.;；!！?？/|()（）";

    private ProfileNames() {}

    /// Whether an account there may be called so.
    static boolean fit(ContactKind kind, String name) {
        Pattern names = NAMES.get(kind);
        return names != null
                && names.matcher(name).matches()
                && !NO_NAMES.contains(LowerCase.of(name));
    }

    /// Whether what stands behind the network's name is surely an account: marked by `@`, written
    /// as no word is, or alone behind a colon.
    static boolean areToldBy(Handle handle, String text) {
        String name = handle.name();
        if (text.charAt(handle.start()) == '@' || handle.spelledOut()) {
            return true;
        }
        boolean begins = Scripts.isAsciiLetter(name.charAt(0)) || name.charAt(0) == '_';
        if (!begins || name.length() < SHORTEST || isHost(name)) {
            return false;
        }
        return handle.isNoWord()
                || hasDotWithin(name)
                || (handle.marked()
                        && (handle.hasTellingCharacter() || endsClause(text, handle.end())));
    }

    /// The name in `skype:name`, with or without what to do there.
    static Optional<String> inSkypeLink(String target) {
        Matcher link = SKYPE_LINK.matcher(target);
        return link.matches() ? Optional.of(LowerCase.of(link.group(1))) : Optional.empty();
    }

    /// As a link to a page of an account ends, less the dot of a sentence; empty where it leads to
    /// a part of the network.
    static Optional<String> ofPage(ContactKind kind, String written) {
        int end = written.length();
        while (end > 0 && written.charAt(end - 1) == '.') {
            end--;
        }
        String name = LowerCase.of(written.substring(0, end));
        return !name.isEmpty() && fit(kind, name) ? Optional.of(name) : Optional.empty();
    }

    /// Whether it is a name though words stand before it that nobody knows: `mein Insta ist
    /// sample.name`. A country's two letters behind the dot are a host's.
    static boolean isDotted(ContactKind kind, Handle handle) {
        String name = handle.name();
        return kind.isNetwork()
                && hasDotWithin(name)
                && !isHost(name)
                && name.length() - name.lastIndexOf('.') > SHORTEST;
    }

    /// `name.cake.69`: with a dot, and behind the last one what no host ends with.
    static boolean isDottedAsNoHost(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return name.indexOf('.') > 0
                && !isHost(name)
                && last.chars().anyMatch(c -> Scripts.isAsciiDigit((char) c) || c == '_');
    }

    static boolean isHost(String name) {
        String lower = LowerCase.of(name);
        return lower.startsWith("www.")
                || HOST_ENDS.contains(lower.substring(lower.lastIndexOf('.') + 1));
    }

    /// `sample.name`; a capital behind the dot begins the next sentence.
    private static boolean hasDotWithin(String name) {
        int dot = name.indexOf('.');
        return dot > 0
                && name.length() >= SHORTEST_WITH_DOT
                && name.length() - name.lastIndexOf('.') > 2
                && !Character.isUpperCase(name.charAt(dot + 1));
    }

    /// Whether the network's name is only the beginning of a word: `IG-Metall`, `instagram_id`.
    static boolean goesOn(String text, int from) {
        return from + 1 < text.length()
                && (text.charAt(from) == '-' || text.charAt(from) == '_')
                && Scripts.isAsciiLetter(text.charAt(from + 1));
    }

    private static boolean endsClause(String text, int end) {
        int next = end;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next == text.length() || CLAUSE_ENDS.indexOf(text.charAt(next)) >= 0;
    }
}
