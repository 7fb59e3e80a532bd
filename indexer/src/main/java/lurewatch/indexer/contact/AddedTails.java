package lurewatch.indexer.contact;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Names whose last digits are told behind them: `demo_cw 后面直接连上阿拉伯数字的六九`, `demo_cw followed by the
/// digits six nine`; and of which it is told that a word in them is a digit: `demo_nine, the nine
/// as a digit`.
final class AddedTails {
    private static final int MOST_DIGITS = 6;

    private static final int REACH = 96;

    /// One word for a digit behind a name may count something.
    private static final int LEAST_BEHIND = 2;

    private static final String CLAUSE_ENDS = "\n,.;:!?)(。，、；！？）（—–/|";

    private static final Digits NO_DIGITS = new Digits("", 0);

    /// Texts that name channels more often are lists of them.
    private static final int MOST_CUES = 100;

    /// Lead on from the name to its last digits. What only says `then` leads to anything.
    private static final Pattern TAIL =
            Pattern.compile(
                    "[\\s\"”»」』'’),，、;.…—–-]{0,3}(?:"
                            + Sayings.OF_NAMES.either("digits-behind")
                            + ")[\\s:：\"“«„「'‘]{0,3}",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern LEAD =
            Pattern.compile(
                    "[^\\n.!?。！？A-Za-z0-9_@]{0,16}(?:(?:id|is|name|user|username|at|ID)[\\s:：]{1,2}){0,2}@?([A-Za-z][A-Za-z0-9_.]{2,30})");

    /// Says of a word that it is a digit.
    private static final Pattern AS_DIGIT =
            Pattern.compile(
                    "[^.!?\\n。]{0,32}?(?:" + Sayings.OF_NAMES.either("as-digit") + ")",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private AddedTails() {}

    /// Adds the names behind channels whose last digits are told.
    static void findIn(View view, View folded, Cues cues, FoundNames names) {
        String text = view.text();
        for (Match cue : cues.inTextOrder().stream().limit(MOST_CUES).toList()) {
            Optional<ContactKind> kind = HandleContacts.channelWithNames(cue);
            int from = view.indexOf(cue.end());
            Matcher name = LEAD.matcher(text).region(from, Math.min(text.length(), from + REACH));
            if (kind.isEmpty() || !name.lookingAt()) {
                continue;
            }
            Matcher tail =
                    TAIL.matcher(text)
                            .region(name.end(), Math.min(text.length(), name.end() + REACH));
            if (tail.lookingAt() && cues.at(view.rawStart(name.start(1))).isEmpty()) {
                add(view, folded, cue, kind.get(), name, tail.end(), names);
            }
        }
    }

    private static void add(
            View view,
            View folded,
            Match cue,
            ContactKind kind,
            Matcher name,
            int from,
            FoundNames names) {
        if (from >= view.length()) {
            return;
        }
        Digits digits = digitsAt(folded.text(), folded.indexOf(view.rawStart(from)));
        if (digits.digits().isEmpty() || digits.digits().length() > MOST_DIGITS) {
            return;
        }
        Handle handle =
                new Handle(
                        name.group(1) + digits.digits(),
                        name.start(1),
                        view.indexOf(folded.rawEnd(digits.end())),
                        true,
                        true);
        names.addTold(handle, kind, "name and digits", cue);
    }

    /// Digits as they stand in a text.
    record Digits(String digits, int end) {}

    /// The digits that begin there, in figures or words.
    static Digits digitsAt(String text, int start) {
        int end = start;
        while (end < text.length() && Scripts.isAsciiDigit(text.charAt(end))) {
            end++;
        }
        if (end > start) {
            return new Digits(text.substring(start, end), end);
        }
        SpokenDigits spoken = new SpokenDigits();
        int at = start;
        Digits before = new Digits("", start);
        while (at < text.length()) {
            int next = NumberWords.endAt(text, at);
            if (next == at
                    || NumberWords.isDoubtful(text, at, next)
                    || (at > end && isOtherWord(text, next))) {
                break;
            }
            Digits sofar = new Digits(spoken.toString(), end);
            if (!spoken.add(NumberWords.meaning(text, at, next), true)) {
                break;
            }
            before = sofar;
            end = next;
            at = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        }
        return isCopula(text, end) ? before : new Digits(spoken.toString(), end);
    }

    /// `칠칠 오늘`: whether a Korean word goes on that is no digits.
    private static boolean isOtherWord(String text, int end) {
        return end < text.length()
                && Scripts.isHangul(text.charAt(end - 1))
                && Scripts.isHangul(text.charAt(end))
                && NumberWords.endAt(text, end) == end;
    }

    /// `육구이에요`: whether the last syllable is no two but begins a Korean ending.
    private static boolean isCopula(String text, int end) {
        return end > 0
                && end < text.length()
                && text.charAt(end - 1) == '이'
                && Scripts.isHangul(text.charAt(end));
    }

    /// The name with digits for the words at its end and behind it: for several, as in `demo
    /// underscore typing underscore zero seven`, or where the text says that they are digits.
    static Handle withDigits(Handle handle, String text) {
        int piece = lastPiece(handle.name());
        int last = handle.name().length() - piece;
        if (!handle.spelledOut() || piece == 0 || last < 2 || !endsWith(handle, text, last)) {
            return handle;
        }
        int to = Math.min(text.length(), handle.end() + REACH);
        String lower = LowerCase.of(text.substring(handle.end() - last, to));
        Digits digits = digitsAt(lower, 0);
        int end = handle.end() - last + digits.end();
        boolean whole = digits.end() >= last && digits.digits().length() <= MOST_DIGITS;
        if (!whole) {
            return withDigitsBehind(handle, text);
        }
        boolean said = AS_DIGIT.matcher(text).region(end, to).lookingAt();
        return said || digits.end() > last
                ? new Handle(
                        handle.name().substring(0, piece) + digits.digits(),
                        handle.start(),
                        end,
                        true,
                        true)
                : handle;
    }

    /// `demo underscore hr eight nine`: with the digits of several words that close its clause.
    private static Handle withDigitsBehind(Handle handle, String text) {
        int from = handle.end() + 1;
        if (from >= text.length() || text.charAt(from - 1) != ' ') {
            return handle;
        }
        String lower = LowerCase.of(text.substring(from, Math.min(text.length(), from + REACH)));
        Digits digits = Character.isLetter(lower.charAt(0)) ? digitsAt(lower, 0) : NO_DIGITS;
        int end = digits.end();
        boolean closed = end == lower.length() || CLAUSE_ENDS.indexOf(lower.charAt(end)) >= 0;
        boolean tail =
                digits.digits().length() >= LEAST_BEHIND
                        && digits.digits().length() <= MOST_DIGITS
                        && NumberWords.endAt(lower, 0) < end;
        return closed && tail
                ? new Handle(
                        handle.name() + digits.digits(), handle.start(), from + end, true, true)
                : handle;
    }

    private static boolean endsWith(Handle handle, String text, int last) {
        return text.regionMatches(
                handle.end() - last, handle.name(), handle.name().length() - last, last);
    }

    /// Where the last piece of a name begins that is told in pieces; 0 where it has none, or a
    /// digit is in it.
    private static int lastPiece(String name) {
        int start = name.length();
        while (start > 0 && Scripts.isAsciiLetter(name.charAt(start - 1))) {
            start--;
        }
        boolean sign = start > 0 && "_.".indexOf(name.charAt(start - 1)) >= 0;
        return sign ? start : 0;
    }
}
