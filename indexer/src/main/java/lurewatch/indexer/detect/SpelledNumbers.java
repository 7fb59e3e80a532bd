package lurewatch.indexer.detect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.View;

/// Telephone numbers in words: `공일공 …`, `không chín không …`, `plus eight five five …`, `零幺…`.
final class SpelledNumbers {
    private static final int MIN_DIGITS = 8;

    /// Numbers of QQ and of BatChat are shorter than telephone numbers.
    private static final int SHORTEST = 5;

    private static final List<ContactKind> NAMED_BY_NUMBER =
            List.of(ContactKind.QQ, ContactKind.BAT);

    private static final int MIN_SPELLED = 4;

    /// Enough digits for a mobile number; of so many, fewer need be in words.
    private static final int LONG = 10;

    private static final int MIN_SPELLED_OF_LONG = 2;
    private static final int MAX_DIGITS = 15;
    private static final int SHORTEST_TOWN = 4;

    /// As in `공일공 - 일이삼사`.
    private static final int MAX_GAP = 3;

    /// How many different runs of digits the numbering plans are asked about: far more than any ad
    /// spells out, and few enough that a dump of digits in words costs no more than other text.
    private static final int MAX_ASKED = 200;

    private static final String SEPARATORS = " \n-.,،·*/~_()（）에の、，ー―–—";

    private final View view;
    private final String text;
    private final String raw;
    private final Cues cues;
    private final PlacedRegions regions;
    private final ContactList contacts;
    private final Map<Asked, Optional<PhoneReading>> answers = new HashMap<>();

    SpelledNumbers(Reading reading, Cues cues, PlacedRegions regions, ContactList contacts) {
        this.cues = cues;
        this.view = reading.views().folded();
        this.text = view.text();
        this.raw = reading.raw();
        this.regions = regions;
        this.contacts = contacts;
    }

    void find() {
        int i = 0;
        while (i < text.length() && !contacts.isFull()) {
            boolean begins = startsDigits(i) || (startsWord(i) && NumberWords.endAt(text, i) > i);
            i = begins ? readFrom(i) : afterWord(i);
        }
    }

    /// Past the ASCII word at `start`, within which no other begins; past the one character where
    /// there is none.
    private int afterWord(int start) {
        int i = start + 1;
        if (Scripts.isAsciiWord(text.charAt(start))) {
            while (i < text.length() && Scripts.isAsciiWord(text.charAt(i))) {
                i++;
            }
        }
        return i;
    }

    /// Whether digits begin, of which some may be in words: `138零零138000`.
    private boolean startsDigits(int i) {
        return Scripts.isAsciiDigit(text.charAt(i))
                && (i == 0 || !Scripts.isWord(text.charAt(i - 1)));
    }

    private boolean startsWord(int i) {
        return NumberWords.mayBegin(text, i) && isWordStart(i);
    }

    private boolean isWordStart(int i) {
        return i == 0 || !Scripts.isWord(text.charAt(i)) || !Scripts.isWord(text.charAt(i - 1));
    }

    private int readFrom(int start) {
        SpokenDigits digits = new SpokenDigits();
        int i = start;
        int end = start;
        while (i < text.length() && digits.length() < MAX_DIGITS) {
            int wordEnd = NumberWords.endAt(text, i);
            if (wordEnd > i) {
                boolean elsewhere = // the next line is about something else: `오늘`
                        (text.substring(end, i).indexOf('\n') >= 0 && !isWhole(wordEnd))
                                || isTown(i, wordEnd);
                if (elsewhere
                        || !digits.add(NumberWords.meaning(text, i, wordEnd), isBeside(end, i))) {
                    break;
                }
                end = wordEnd;
                i = wordEnd;
            } else if (Scripts.isAsciiDigit(text.charAt(i))) {
                digits.addDigit(text.charAt(i++));
                end = i;
            } else if (digits.isOpen() && jointEnd(i) > i) {
                i = jointEnd(i);
            } else if (SEPARATORS.indexOf(text.charAt(i)) >= 0
                    && i - end < MAX_GAP
                    && !opensRemark(i, digits.length())
                    && !PhoneContacts.isBlankLine(view, raw, i)) {
                i++;
            } else {
                break;
            }
        }
        int least = digits.length() >= LONG ? MIN_SPELLED_OF_LONG : MIN_SPELLED;
        if (digits.words() >= least && digits.length() >= SHORTEST) {
            boolean plus = start > 0 && text.charAt(start - 1) == '+';
            add(plus ? "+" + digits : digits.toString(), plus ? start - 1 : start, end);
        }
        return Math.max(end, start + 1);
    }

    /// Whether a bracket opens behind a number that is long enough: `… qirq to'qqiz (90 kod)`.
    private boolean opensRemark(int i, int digits) {
        return "(（".indexOf(text.charAt(i)) >= 0 && digits >= LONG - 1;
    }

    /// Whether the word is a place's name here: `… cuatro nueve - Lima`.
    private boolean isTown(int start, int end) {
        return end - start >= SHORTEST_TOWN
                && regions.areNamedBetween(view.rawStart(start), view.rawEnd(end));
    }

    /// Whether no more than a blank, a hyphen or a word such as `and` stands between two words.
    private boolean isBeside(int end, int start) {
        String between = text.substring(end, start).replace('-', ' ').strip();
        return between.isEmpty() || NumberWords.JOINTS.contains(between + " ");
    }

    /// Past the word that joins tens and the digit behind them; `start` where none stands.
    private int jointEnd(int start) {
        for (String joint : NumberWords.JOINTS) {
            if (text.startsWith(joint, start)
                    && start > 0
                    && " -".indexOf(text.charAt(start - 1)) >= 0
                    && NumberWords.endAt(text, start + joint.length()) > start + joint.length()) {
                return start + joint.length();
            }
        }
        return start;
    }

    /// Whether no other word goes on where a number word ends.
    private boolean isWhole(int wordEnd) {
        return wordEnd == text.length()
                || !Character.isLetter(text.charAt(wordEnd))
                || NumberWords.endAt(text, wordEnd) > wordEnd;
    }

    private void add(String digits, int start, int end) {
        if (contacts.isTaken(view.rawStart(start), view.rawEnd(end))) {
            return;
        }
        List<Match> named = cues.beside(view.rawStart(start), view.rawEnd(end), contacts);
        List<ContactKind> channels = PhoneReading.channels(named);
        for (ContactKind numbered : NAMED_BY_NUMBER) {
            if (channels.contains(numbered)) {
                add(numbered, digits, 0.9, "name after " + numbered.label() + " cue", start, end);
                return;
            }
        }
        if (digits.length() < MIN_DIGITS) {
            return;
        }
        Regions likely = regions.at(view.rawStart(start), view.rawEnd(end));
        number(new Asked(digits, channels, likely))
                .ifPresent(n -> {
                    for (ContactKind kind : n.kinds(named, raw, view.rawEnd(end))) {
                        add(kind, n.valueFor(kind), n.confidence(), n.method(), start, end);
                    }
                });
    }

    /// All that a reading of digits depends on.
    private record Asked(String digits, List<ContactKind> channels, Regions likely) {}

    private Optional<PhoneReading> number(Asked asked) {
        Optional<PhoneReading> known = answers.get(asked);
        if (known == null) {
            if (answers.size() == MAX_ASKED) {
                return Optional.empty();
            }
            known = read(asked);
            answers.put(asked, known);
        }
        return known;
    }

    private static Optional<PhoneReading> read(Asked asked) {
        return PhoneReading.of(asked.digits(), asked.channels(), asked.likely())
                .or(() ->
                        PhoneReading.of("+" + asked.digits(), asked.channels(), asked.likely())
                                .filter(n -> n.best().valid()));
    }

    private void add(
            ContactKind kind, String value, double confidence, String method, int start, int end) {
        contacts.add(
                kind,
                value,
                view,
                start,
                end,
                confidence,
                Concealment.marked("spelled-out " + method));
    }
}
