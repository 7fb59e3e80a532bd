package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Names of which the text says that the first letters of some words or lines make them: `the first
/// letter of each of the four lines, then _01`, `prima literă din fiecare cuvânt: Doar Eu Mai Ofer,
/// apoi 01ro`.
final class Initials {
    private static final HeadedPattern FIRST_LETTERS =
            HeadedPattern.compile(
                    Sayings.OF_CHANNELS.either("first-letters"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern OF_LINES =
            Pattern.compile(
                    Sayings.OF_CHANNELS.either("lines"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Words after a colon or dash, up to the end of the clause.
    private static final String WORDS =
            "((?:[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]{1,19}[\\s,，、·/-]{1,3}){3,15}[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ]{1,19})";

    private static final Pattern BEHIND =
            Pattern.compile(
                    "[^\\n.!?。:：]{0,40}[:：—–]\\s?[\"'“«„]?" + WORDS + "(?=[\"'”».,;!)\\n]|$)");

    /// What is to be put behind them.
    private static final Pattern TAIL =
            Pattern.compile(
                    "[\\s\"'”»,;.，、。)（(—–-]{0,4}(?:[\\p{L}'’][\\p{L}\\p{M}'’]{0,13}[\\s:：,，]{1,2}){0,5}?([\\p{L}][\\p{L}\\p{M}'’]{0,13})[\\s:：\"'“«]{0,3}(_?(?=[A-Za-z_]{0,12}\\d)[A-Za-z0-9_]{1,16})(?![A-Za-z0-9_%€$])");

    private static final int MAX_LEAD = 120;
    private static final int REACH = 260;
    private static final int NOTE_BEHIND = 32;
    private static final int TAIL_REACH = 60;
    private static final int LEAST = 4;
    private static final int MOST = 16;
    private static final int MOST_CUES = 40;

    private final View view;
    private final String text;
    private final FoundNames names;

    private Initials(View view, FoundNames names) {
        this.view = view;
        this.text = view.text();
        this.names = names;
    }

    static void findIn(View view, Cues cues, FoundNames names) {
        Initials initials = new Initials(view, names);
        for (Match cue : cues.inTextOrder().stream().limit(MOST_CUES).toList()) {
            HandleContacts.channelWithNames(cue).ifPresent(kind -> initials.read(cue, kind));
        }
    }

    private void read(Match cue, ContactKind kind) {
        int from = view.indexOf(cue.end());
        FIRST_LETTERS
                .first(text, from, Math.min(text.length(), from + MAX_LEAD))
                .filter(note -> text.substring(from, note.start()).indexOf('\n') < 0)
                .ifPresent(note -> read(cue, kind, note));
    }

    private void read(Match cue, ContactKind kind, MatchResult note) {
        int end = Math.min(text.length(), note.end() + REACH);
        Matcher words = BEHIND.matcher(text).region(note.end(), end);
        String name;
        int nameEnd;
        if (words.lookingAt()) {
            name = initials(List.of(words.group(1).split("[\\s,，、·/-]{1,3}")));
            nameEnd = words.end();
        } else {
            Matcher lines =
                    OF_LINES.matcher(text).region(note.end(), Math.min(end, note.end() + 48));
            if (!lines.find()) {
                return;
            }
            name = initials(linesBefore(view.indexOf(cue.start())));
            nameEnd = lines.end();
        }
        if (isAlphabet(name) || name.length() < LEAST || name.length() > MOST) {
            return;
        }
        Handle handle =
                withTail(text, new Handle(name, note.start(), nameEnd, true, true), nameEnd);
        if (handle.fits(kind) && names.isFree(handle)) {
            names.add(
                    handle,
                    kind,
                    0.8,
                    "first letters after " + kind.label() + " cue",
                    Optional.of(cue));
        }
    }

    /// `Samsun, Adana, Mersin … ilk harfleri, sonunda 01tr`: the name with what the text adds to
    /// it.
    static Handle withTail(String text, Handle handle) {
        int last = Math.min(text.length(), handle.end() + NOTE_BEHIND);
        return FIRST_LETTERS
                .first(text, handle.end(), last)
                .map(note -> withTail(text, handle, note.end()))
                .orElse(handle);
    }

    private static Handle withTail(String text, Handle handle, int from) {
        Matcher tail = TAIL.matcher(text).region(from, Math.min(text.length(), from + TAIL_REACH));
        if (!tail.lookingAt()) {
            return handle;
        }
        String more = tail.group(2);
        boolean sure =
                more.chars().anyMatch(c -> !Scripts.isAsciiDigit((char) c))
                        || SpelledLetters.leadsOn(tail.group(1));
        return sure
                ? new Handle(handle.name() + more, handle.start(), tail.end(2), true, true)
                : handle;
    }

    private static String initials(List<String> words) {
        StringBuilder name = new StringBuilder();
        for (String word : words) {
            char first = word.isEmpty() ? ' ' : Character.toLowerCase(word.charAt(0));
            if (!Scripts.isAsciiLetter(first)) {
                return "";
            }
            name.append(first);
        }
        return name.toString();
    }

    /// Anna, Bob, Carl and Dave are a list.
    private static boolean isAlphabet(String name) {
        for (int i = 1; i < name.length(); i++) {
            if (name.charAt(i) != name.charAt(i - 1) + 1) {
                return false;
            }
        }
        return true;
    }

    /// The lines of the paragraph above that of the place, or above its line where that goes on.
    private List<String> linesBefore(int at) {
        int end = text.lastIndexOf('\n', Math.max(0, at - 1));
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        List<String> lines = new ArrayList<>();
        while (end > 0 && lines.size() <= MOST) {
            int start = text.lastIndexOf('\n', end - 1) + 1;
            String line = text.substring(start, end).strip();
            if (line.isEmpty()) {
                break;
            }
            lines.addFirst(line);
            end = start - 1;
        }
        return lines;
    }
}
