package lurewatch.indexer.contact;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.TextViews;
import lurewatch.indexer.text.View;

/// Addresses of channels whose signs and letters are told as they are said: `tee dot me slash
/// name_01`, `오픈쩜카카오쩜컴 슬래시 o 슬래시 sCode`, `تی دات می اسلش name_01`, `wa titik me garis miring 60…`.
final class SpokenLinks {
    private static final String SLASHES = Sayings.OF_CHANNELS.either("slash");

    private static final FewStrings SLASH_WORDS =
            FewStrings.of(
                    Stream.concat(
                                    Sayings.OF_CHANNELS.words("slash").stream(),
                                    Stream.of("/", "／", "⁄", "∕", "╱", "\\"))
                            .toList());

    private static final String SLASH =
            "[\\s,(\\[（]{0,3}(?:" + SLASHES + "|[/⁄∕╱\\\\])[\\s,)\\]）]{0,3}";

    private static final FewStrings DOT_WORDS = FewStrings.of(Sayings.OF_CHANNELS.words("dot-t"));

    private static final String DOT =
            "[\\s,(\\[（]{0,3}(?:"
                    + SignWords.LATIN_DOT
                    + "|"
                    + SignWords.OTHER_DOT
                    + "|"
                    + SignWords.DOT
                    + "|"
                    + Sayings.OF_CHANNELS.either("dot-in-link")
                    + "|·|\\.|。)[\\s,)\\]）]{0,3}";

    private static final List<String> ME_WORDS = Sayings.OF_CHANNELS.words("link-me");

    private static final List<String> OTHER_ENDS = Sayings.OF_CHANNELS.words("link-last");

    /// One of them stands before the last slash.
    private static final List<String> ENDS =
            Stream.concat(ME_WORDS.stream(), OTHER_ENDS.stream()).toList();

    private static final BitSet LAST_OF_ENDS =
            ENDS.stream()
                    .mapToInt(end -> end.charAt(end.length() - 1))
                    .collect(BitSet::new, BitSet::set, BitSet::or);

    private static final String ME = "(?:" + String.join("|", ME_WORDS) + ")";

    /// An address, told up to its last slash.
    private record Told(
            ContactKind kind,
            String method,
            Pattern host,
            Pattern name,
            Function<String, Optional<String>> value) {}

    private static final Pattern NUMBER =
            Pattern.compile("\\+?((?:\\d[ -]?){7,15})(?![\\dA-Za-z_])");

    /// The dot within a name, between two of its pieces.
    private static final String SAID_DOT =
            "(?:\\s(?:"
                    + SignWords.LATIN_DOT
                    + "|"
                    + SignWords.OTHER_DOT
                    + ")\\s|\\s?(?:"
                    + SignWords.DOT
                    + ")\\s?)(?=[A-Za-z0-9])";

    private static final String SAID_UNDERSCORE =
            "\\s?(?:" + SignWords.UNDERSCORE + ")\\s?(?=[A-Za-z0-9])";

    private static final String SAID_SIGN = "(?:" + SAID_UNDERSCORE + "|" + SAID_DOT + ")";

    private static final Pattern UNDERSCORE_IN_NAME =
            Pattern.compile(SAID_UNDERSCORE, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern DOT_IN_NAME =
            Pattern.compile(SAID_DOT, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final List<Told> ALL =
            List.of(
                    told(
                            ContactKind.TELEGRAM,
                            "t.me",
                            part("t") + DOT + ME,
                            "(?:@|at\\s)?([A-Za-z](?:[A-Za-z0-9_]|\\s?(?:"
                                    + SignWords.UNDERSCORE
                                    + ")\\s?(?=[A-Za-z0-9])){3,40})(?![A-Za-z0-9_])",
                            SpokenLinks::accountName),
                    told(
                            ContactKind.KAKAO_OPENCHAT,
                            "open.kakao.com",
                            part("open")
                                    + DOT
                                    + part("kakao")
                                    + DOT
                                    + part("kakao-com")
                                    + SLASH
                                    + part("o"),
                            "([A-Za-z0-9_]{5,32})(?![A-Za-z0-9_])",
                            Optional::of),
                    told(
                            ContactKind.LINE,
                            "line.me",
                            part("line") + DOT + ME + SLASH + part("ti") + SLASH + part("p"),
                            "(?:~|"
                                    + part("tilde")
                                    + ")?\\s?(@?[A-Za-z0-9._-]{3,32})(?![A-Za-z0-9_])",
                            name -> Optional.of(LowerCase.of(name))),
                    told(
                            ContactKind.LINE,
                            "lin.ee",
                            part("lin") + DOT + part("ee"),
                            "([A-Za-z0-9]{5,16})(?![A-Za-z0-9_])",
                            code -> Optional.of("lin.ee/" + code)),
                    told(
                            ContactKind.WHATSAPP,
                            "wa.me",
                            part("wa") + DOT + ME,
                            NUMBER,
                            SpokenLinks::international),
                    told(
                            ContactKind.ZALO,
                            "zalo.me",
                            part("zalo") + DOT + ME,
                            NUMBER,
                            digits -> Optional.of(vietnamese(digits))),
                    told(
                            ContactKind.MESSENGER,
                            "m.me",
                            part("m") + DOT + ME,
                            "([A-Za-z](?:[A-Za-z0-9._]|" + SAID_SIGN + "){3,48})",
                            name -> Optional.of(LowerCase.of(withSigns(name)))),
                    told(
                            ContactKind.DISCORD,
                            "discord",
                            part("discord") + DOT + part("gg"),
                            "([A-Za-z0-9-]{4,32})(?![A-Za-z0-9_])",
                            Optional::of),
                    told(
                            ContactKind.INSTAGRAM,
                            "instagram page",
                            part("instagram") + DOT + part("com"),
                            "@?([A-Za-z0-9_](?:[A-Za-z0-9_.]|"
                                    + SAID_DOT
                                    + "){2,29})(?![A-Za-z0-9_])",
                            name -> ProfileNames.ofPage(ContactKind.INSTAGRAM, withSigns(name))),
                    told(
                            ContactKind.URL,
                            "short link",
                            part("bit") + DOT + part("ly"),
                            "([A-Za-z0-9_-]{4,40})(?![A-Za-z0-9_])",
                            name -> Optional.of("bit.ly/" + name)));

    /// A name before the address of the channel: `name_01 точка t точка me`.
    private static final Pattern BEFORE =
            Pattern.compile(
                    "(?<![A-Za-z0-9_.@-])([A-Za-z][A-Za-z0-9_]{4,31})"
                            + DOT
                            + "(?:t|т|tee|тэ|ти)"
                            + DOT
                            + ME
                            + "(?![\\p{L}\\p{N}.])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern SIGN =
            Pattern.compile(
                    "\\s?(?:" + SignWords.UNDERSCORE + ")\\s?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@+~-]*");

    /// How far before its last slash an address begins.
    private static final int LONGEST = 90;

    /// So many signs of a host before its last dot, at least, and behind it at most.
    private static final int LEAST_OF_HOST = 4;

    private static final int LONGEST_END = 4;

    /// How many slashes are looked at.
    private static final int MOST = 200;

    private final View view;
    private final String text;
    private final ContactList contacts;
    private int looked;

    private SpokenLinks(TextViews views, ContactList contacts) {
        this.view = views.cased();
        this.text = view.text();
        this.contacts = contacts;
    }

    /// How a part of an address is spoken.
    private static String part(String part) {
        return "(?:" + Sayings.OF_CHANNELS.either("link-" + part) + ")";
    }

    private static Told told(
            ContactKind kind,
            String method,
            String host,
            String name,
            Function<String, Optional<String>> value) {
        return told(kind, method, host, Pattern.compile(name, Pattern.CASE_INSENSITIVE), value);
    }

    private static Told told(
            ContactKind kind,
            String method,
            String host,
            Pattern name,
            Function<String, Optional<String>> value) {
        return new Told(
                kind,
                method,
                Pattern.compile(
                        "(?<![\\p{L}\\p{M}\\p{N}_.@-])" + host + SLASH,
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                name,
                value);
    }

    static void findIn(TextViews views, ContactList contacts) {
        SpokenLinks links = new SpokenLinks(views, contacts);
        SLASH_WORDS.scan(views.folded(), (_, start, end) -> links.look(start, end));
        if (DOT_WORDS.areIn(views.folded())) {
            links.findBefore();
        }
    }

    /// Looks for an address whose last slash is the one between the places.
    private void look(int start, int end) {
        if (looked >= MOST || contacts.isFull() || !isBehindEnd(start) || isPlain(start, end)) {
            return;
        }
        looked++;
        int from = Math.max(0, start - LONGEST);
        int to = Math.min(text.length(), end + LONGEST);
        for (Told told : ALL) {
            Matcher host = told.host().matcher(text).region(from, to);
            host.useTransparentBounds(true);
            while (host.find()) {
                if (host.start() < start && host.end() >= end) {
                    Matcher name = told.name().matcher(text).region(host.end(), to);
                    if (name.lookingAt()) {
                        add(told, host.start(), name);
                        return;
                    }
                }
            }
        }
    }

    /// Cheap to ask: whether the slash is one of a page's address as such are written, whatever
    /// page: `host.com/path`.
    private boolean isPlain(int start, int end) {
        int dot = text.lastIndexOf('.', start - 1);
        boolean isWritten =
                end == start + 1
                        && text.charAt(start) == '/'
                        && end < text.length()
                        && Scripts.isAsciiWord(text.charAt(end))
                        && dot > LEAST_OF_HOST
                        && start - dot <= LONGEST_END;
        for (int i = isWritten ? dot + 1 : start; i < start; i++) {
            isWritten &= Scripts.isAsciiLetter(text.charAt(i));
        }
        for (int i = dot - LEAST_OF_HOST; isWritten && i < dot; i++) {
            isWritten = Scripts.isAsciiWord(text.charAt(i));
        }
        return isWritten && !text.startsWith("telegram", dot - "telegram".length());
    }

    private boolean isBehindEnd(int slash) {
        int end = slash;
        while (end > 0 && slash - end < 3 && " ,([（".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end == 0 || !LAST_OF_ENDS.get(Character.toLowerCase(text.charAt(end - 1)))) {
            return false;
        }
        for (String word : ENDS) {
            int first = end - word.length();
            boolean whole =
                    word.charAt(0) >= 0x80
                            || first <= 0
                            || !Scripts.isAsciiWord(text.charAt(first - 1));
            if (whole && text.regionMatches(true, first, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private void add(Told told, int start, Matcher name) {
        int end = name.end();
        if (PLAIN.matcher(text.substring(start, end)).matches()
                || contacts.isTaken(view.rawStart(start), view.rawEnd(end))) {
            return; // as addresses are written
        }
        told.value()
                .apply(name.group(1))
                .ifPresent(value ->
                        contacts.add(
                                told.kind(),
                                value,
                                view,
                                start,
                                end,
                                0.9,
                                "told " + told.method(),
                                Concealment.DISGUISED));
    }

    private void findBefore() {
        Matcher before = BEFORE.matcher(text);
        for (int found = 0; found < MOST && before.find(); found++) {
            int start = before.start();
            int end = before.end();
            if (!PLAIN.matcher(before.group()).matches()
                    && !contacts.isTaken(view.rawStart(start), view.rawEnd(end))) {
                LinkGrammar.telegramName(before.group(1))
                        .ifPresent(name ->
                                contacts.add(
                                        ContactKind.TELEGRAM,
                                        name,
                                        view,
                                        start,
                                        end,
                                        0.85,
                                        "told name.t.me",
                                        Concealment.DISGUISED));
            }
        }
    }

    private static Optional<String> accountName(String told) {
        return LinkGrammar.telegramName(SIGN.matcher(told).replaceAll("_"));
    }

    private static String withSigns(String told) {
        String name =
                DOT_IN_NAME
                        .matcher(UNDERSCORE_IN_NAME.matcher(told).replaceAll("_"))
                        .replaceAll(".");
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static Optional<String> international(String told) {
        return Optional.of("+" + told.replaceAll("\\D", ""));
    }

    private static String vietnamese(String told) {
        String digits = told.replaceAll("\\D", "");
        return "+" + (digits.startsWith("0") ? "84" + digits.substring(1) : digits);
    }
}
