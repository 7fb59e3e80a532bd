package lurewatch.indexer.contact;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;

/// Mail addresses, plain (`name@host.com`) and spelled (`name [at] host dot com`, `name 골뱅이
/// host.com`). Read outwards from the sign, within bounds: the usual expression is quadratic.
final class EmailContacts {
    private static final int MAX_LOCAL = 64;
    private static final int MAX_DOMAIN = 120;

    private static final Pattern DOMAIN =
            Pattern.compile("[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,5}\\.[A-Za-z]{2,24}");

    /// How `@` is called where it is written out; each can stand in brackets.
    static final List<String> AT_WORDS = Sayings.OF_CHANNELS.words("at");

    private static final String OPEN = "[\\[({<【（「]\\s?";
    private static final String CLOSE = "\\s?[\\])}>】）」]";
    private static final String AT =
            "(?:"
                    + OPEN
                    + "(?:at|a t|a|@|ät|et|æt|chez|ad|"
                    + String.join("|", AT_WORDS)
                    + ")"
                    + CLOSE
                    + "|"
                    + String.join("|", AT_WORDS)
                    + "|(?<=\\s)(?:at|et|ät|ət)(?=\\s)|@)";
    private static final String DOT_WORDS =
            "d o t|\\.|tochka|"
                    + SignWords.LATIN_DOT
                    + "|"
                    + SignWords.OTHER_DOT
                    + "|"
                    + SignWords.DOT;
    private static final String DOT =
            "(?:\\.(?!\\s|$)|\\.(?=\\s{1,2}(?:com|net|org|info|biz|example|[a-z]{2})(?![a-z]))|。|"
                    + OPEN
                    + "(?:"
                    + DOT_WORDS
                    + ")"
                    + CLOSE
                    + "|(?<=\\s)(?:"
                    + SignWords.LATIN_DOT
                    + "|"
                    + SignWords.OTHER_DOT
                    + "|"
                    + SignWords.DOT
                    + ")(?=\\s)|점|쩜|닷|点|點|ドット)";
    private static final HeadedPattern SPELLED =
            HeadedPattern.compile(
                    "(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]{2,64}(?:\\s{0,2}(?:"
                            + OPEN
                            + "(?:"
                            + DOT_WORDS
                            + ")"
                            + CLOSE
                            + "|(?<=\\s)(?:"
                            + SignWords.LATIN_DOT
                            + ")(?=\\s)|(?<=[A-Za-z0-9])(?:쩜|점|닷|点|點|ドット)(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]\\s)\\.(?=\\s[A-Za-z0-9._-]{1,40}\\s@\\s))\\s{0,2}[A-Za-z0-9._%+-]{1,64}){0,3})\\s{0,2}"
                            + AT
                            + "\\s{0,2}([A-Za-z0-9-]{1,63}(?:\\s{0,2}"
                            + DOT
                            + "\\s{0,2}[A-Za-z0-9-]{1,63}){1,5})(?![A-Za-z0-9])",
                    Pattern.CASE_INSENSITIVE);
    private static final List<String> GLUED_SIGNS = List.of("собака", "собачка", "равлик");
    private static final Pattern GLUED =
            Pattern.compile(
                    "(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]{2,64})(?:"
                            + String.join("|", GLUED_SIGNS)
                            + ")([A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,4}\\.[A-Za-z]{2,24})");
    private static final Set<String> USUAL = Set.of("com", "net", "org", "info", "biz");

    /// End the names of machines that nobody can write to from elsewhere.
    private static final Set<String> NO_TOPS =
            Set.of("local", "localhost", "localdomain", "lan", "internal", "intranet");

    /// `told @name. Line 2 …`
    private static final Pattern NEXT_SENTENCE = Pattern.compile("\\.\\s+\\p{Lu}\\p{Ll}");

    private static final String BARE_AT = " at ";

    /// What is called so without brackets in some languages, and is a word in others.
    private static final List<String> OTHER_BARE_AT = List.of(" et ", " ät ", " ət ");

    /// Behind these a host's dot is spelled in the languages of which one calls `@` so.
    private static final Pattern DOT_THERE =
            Pattern.compile("\\s(?:dot|titik|noktah|nokta|nuqta|nöqtə|piste|to[čc]ka|tačka)\\s");

    /// Before ` @host.com` these make no address: `only write to us from @host.com addresses`.
    private static final Set<String> NO_NAMES =
            Set.copyOf(Sayings.OF_CHANNELS.words("no-mail-name"));

    /// Of these one stands where an address may be spelled.
    private static final List<String> SIGN_WORDS =
            Stream.concat(
                            Stream.of(
                                    BARE_AT, " et ", " ät ", " ət ", "at]", "at)", "at}", "at>",
                                    "_at_", "a t )", "a t ]", "a t)", "a t]", "ät)", "ät]", "(a)",
                                    "[a]", "@)", "@]", "@", "et]", "et)", "chez)", "chez]", "ad)",
                                    "ad]"),
                            AT_WORDS.stream())
                    .toList();

    private static final FewStrings SIGNS =
            FewStrings.of(Stream.concat(SIGN_WORDS.stream(), SpokenHosts.WORDS.stream()).toList());
    private static final Pattern SPELLED_DOT =
            Pattern.compile("\\s{0,2}" + DOT + "\\s{0,2}", Pattern.CASE_INSENSITIVE);

    private EmailContacts() {}

    static void findIn(TextViews views, Cues cues, ContactList contacts) {
        View view = views.cased();
        String text = view.text();
        View told = text.indexOf('@') < 0 ? view : ToldJunk.without(view);
        for (int at = told.text().indexOf('@');
                at >= 0 && !contacts.isFull();
                at = told.text().indexOf('@', at + 1)) {
            readAround(told, views.raw(), at, cues, contacts);
        }
        StandInMail.findIn(views, contacts);
        PictureMails.findIn(views, cues, contacts);
        findGlued(views.raw(), contacts);
        HeadedPattern.Walk spoken = SpokenHosts.walk(views, contacts);
        HeadedPattern.Walk walk = SPELLED.walk(text, m -> addSpelled(view, m, cues, contacts));
        String lower = views.folded().text();
        HeadedPattern.Walk toldMails = ToldMails.walk(view, contacts);
        SIGNS.scan(
                views.folded(),
                (sign, start, end) -> {
                    if (AT_WORDS.contains(sign < SIGN_WORDS.size() ? SIGN_WORDS.get(sign) : "")
                            || isBehindComma(lower, start)) {
                        toldMails.noteAround(end);
                    }
                    if (sign >= SIGN_WORDS.size()) {
                        spoken.noteAround(end);
                        return;
                    }
                    boolean usual =
                            SIGN_WORDS.get(sign).equals(BARE_AT)
                                    || OTHER_BARE_AT.contains(SIGN_WORDS.get(sign))
                                    || SIGN_WORDS.get(sign).equals("@");
                    if (!usual || isHostDisguised(lower, end)) {
                        walk.noteAround(end);
                    }
                });
        walk.lookWhereNoted();
        spoken.lookWhereNoted();
        toldMails.lookWhereNoted();
    }

    private static boolean isBehindComma(String text, int start) {
        return start > 0 && ",，、".indexOf(text.charAt(start - 1)) >= 0;
    }

    /// `name01собакаexample.org`: read as it is written, because a word of two alphabets is taken
    /// for one of a single.
    private static void findGlued(String raw, ContactList contacts) {
        if (GLUED_SIGNS.stream().noneMatch(raw::contains)) {
            return;
        }
        Matcher glued = GLUED.matcher(raw);
        while (glued.find() && !contacts.isFull()) {
            if (!contacts.isTaken(glued.start(), glued.end())) {
                contacts.take(glued.start(), glued.end());
                contacts.add(
                        new Contact(
                                ContactKind.EMAIL,
                                canonical(glued.group(1) + "@" + glued.group(2)),
                                glued.group(),
                                glued.start(),
                                glued.end(),
                                0.9,
                                "spelled mail",
                                Concealment.DISGUISED));
            }
        }
    }

    /// Whether a host follows whose dot is not written as one writes it, or stands apart from the
    /// sign: `at` is in every other English sentence, and `@` in every plain address.
    private static boolean isHostDisguised(String lower, int from) {
        int start = afterBlanks(lower, from);
        int end = start;
        while (end < lower.length() && end - start < MAX_LOCAL && isLabel(lower.charAt(end))) {
            end++;
        }
        int dot = afterBlanks(lower, end);
        if (end == start || dot == lower.length()) {
            return false;
        }
        if (lower.charAt(dot) != '.') {
            return SPELLED_DOT.matcher(lower).region(end, lower.length()).lookingAt();
        }
        boolean apart = from >= 2 && lower.charAt(from - 2) == ' ';
        return apart || start > from || dot > end || afterBlanks(lower, dot + 1) > dot + 1;
    }

    private static int afterBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && i - from < 2 && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static boolean isLabel(char c) {
        return Scripts.isAsciiLetter(c) || Scripts.isAsciiDigit(c) || c == '-';
    }

    private static void addSpelled(View view, MatchResult match, Cues cues, ContactList contacts) {
        Matcher next = NEXT_SENTENCE.matcher(match.group(2));
        String host = next.find() ? match.group(2).substring(0, next.start()) : match.group(2);
        int end = match.start(2) + host.length();
        String domain = SPELLED_DOT.matcher(host).replaceAll(".");
        boolean apart =
                match.group().indexOf('@') >= 0
                        && !match.group(1).equals(LowerCase.of(match.group(1)));
        boolean onlyHost =
                match.group().contains(" @") && NO_NAMES.contains(LowerCase.of(match.group(1)));
        String local = SPELLED_DOT.matcher(match.group(1).replace(" . ", ".")).replaceAll(".");
        String top = LowerCase.of(domain.substring(domain.lastIndexOf('.') + 1));
        String written = LowerCase.of(match.group());
        boolean onlyAt =
                (written.contains(BARE_AT) && !isDotSpelled(host))
                        || (OTHER_BARE_AT.stream().anyMatch(written::contains)
                                && !DOT_THERE.matcher(written).find());
        if (!DOMAIN.matcher(domain).matches()
                || onlyHost
                || (match.group().contains(" @") && isOnNetwork(view, match.start(), end, cues))
                || NO_TOPS.contains(top)
                || apart // "Life @ Example.com" is a slogan
                || onlyAt // "meet us at example.com" is a web address
                || contacts.isTaken(view.rawStart(match.start()), view.rawEnd(end))) {
            return;
        }
        contacts.add(
                ContactKind.EMAIL,
                canonical(local + "@" + domain),
                view,
                match.start(),
                end,
                0.9,
                "spelled mail",
                Concealment.DISGUISED);
    }

    /// Whether something else than a plain dot parts the host.
    private static boolean isDotSpelled(String host) {
        Matcher dot = SPELLED_DOT.matcher(host);
        while (dot.find()) {
            if (!dot.group().strip().equals(".")) {
                return true;
            }
        }
        return false;
    }

    /// `profiles @name.jobs on Instagram`, `insta @name.jobs`.
    private static boolean isOnNetwork(View view, int start, int end, Cues cues) {
        return cues.at(view.rawStart(start)).isPresent()
                || cues.allAfter(view.rawEnd(end)).stream()
                        .anyMatch(cue -> Cues.of(cue).channel().isEmpty());
    }

    /// The domain does not know case, and in practice nor does the name.
    static String canonical(String address) {
        return LowerCase.of(address);
    }

    private static void readAround(View view, String raw, int at, Cues cues, ContactList contacts) {
        String text = view.text();
        int start = at;
        while (start > 0 && at - start < MAX_LOCAL && isLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        int end = at + 1;
        while (end < text.length() && end - at < MAX_DOMAIN && isDomain(text.charAt(end))) {
            end++;
        }
        while (end > at + 1 && !Scripts.isAsciiLetter(text.charAt(end - 1))) {
            end--;
        }
        if (start == at || !DOMAIN.matcher(text.substring(at + 1, end)).matches()) {
            return;
        }
        if (isChannel(cues, view, start, at) && !isUsualHost(text.substring(at + 1, end))) {
            return; // `LINE@name.01`
        }
        if (!contacts.isTaken(view.rawStart(start), view.rawEnd(end))) {
            contacts.add(
                    ContactKind.EMAIL,
                    canonical(text.substring(start, end)),
                    view,
                    start,
                    end,
                    0.98,
                    "mail",
                    Concealment.traits(Concealment.isIn(view, raw, start, end)));
        }
    }

    private static boolean isChannel(Cues cues, View view, int start, int at) {
        return cues.at(view.rawStart(start))
                .filter(cue -> Cues.isMessenger(cue) && cue.end() == view.rawEnd(at))
                .isPresent();
    }

    private static boolean isUsualHost(String domain) {
        String top = LowerCase.of(domain.substring(domain.lastIndexOf('.') + 1));
        return top.length() == 2 || USUAL.contains(top);
    }

    private static boolean isLocal(char c) {
        return Scripts.isAsciiWord(c) || c == '.' || c == '%' || c == '+' || c == '-';
    }

    private static boolean isDomain(char c) {
        return Scripts.isAsciiLetter(c) || Scripts.isAsciiDigit(c) || c == '.' || c == '-';
    }
}
