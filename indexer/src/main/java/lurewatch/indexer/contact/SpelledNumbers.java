package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Parts;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.View;
import org.jspecify.annotations.Nullable;

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

    /// No account has more, and what has more than a telephone number and is no account is neither.
    private static final int MAX_READ = 24;

    /// Of a number that no plan knows, so many are a telephone's at most.
    private static final int MAX_UNKNOWN = 12;

    /// The digits after which a word such as `then` leads to another number.
    private static final int MAX_BEFORE_MORE = 10;

    private static final int LEAST_BEFORE_OTHER = 7;
    private static final int SHORTEST_TOWN = 4;

    /// Of how many runs shorter ones are tried: of all that an ad spells out, not of all in a dump.
    private static final int MAX_TRIMMED = 20;

    /// How many ends of a run are tried.
    private static final int MOST_ENDS = 3;

    /// As in `공일공 - 일이삼사`.
    private static final int MAX_GAP = 3;

    /// How many different runs of digits the numbering plans are asked about: far more than any ad
    /// spells out, and few enough that a dump of digits in words costs no more than other text.
    private static final int MAX_ASKED = 200;

    private static final String SEPARATORS = " \n-.,،·*/~_()（）에번の、，ー―–—;；؛၊፣፤";

    private final View view;
    private final String text;
    private final String raw;
    private final Cues cues;
    private final PlacedRegions regions;
    private final ContactList contacts;
    private final Map<Asked, Optional<PhoneReading>> answers = new HashMap<>();
    private int trimmed;

    /// The codes of countries that the text tells apart from numbers; found when first asked for.
    private @Nullable CountryCodes codes;

    /// Where the text says of numbers that they are written backwards; found when first asked for.
    private @Nullable List<Parts.Span> said;

    SpelledNumbers(ScannedText scanned, Cues cues, PlacedRegions regions, ContactList contacts) {
        this.cues = cues;
        this.view = scanned.views().folded();
        this.text = view.text();
        this.raw = scanned.raw();
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

    /// Digits as far as one of the pieces that say them.
    ///
    /// @param last where the piece begins
    private record Run(String digits, int start, int last, int end, int words) {
        boolean isEnough() {
            int least = digits.length() >= LONG ? MIN_SPELLED_OF_LONG : MIN_SPELLED;
            return words >= least && digits.length() >= SHORTEST;
        }
    }

    /// How words that count digits are read where that is not sure.
    private enum Counts {
        /// A digit before a zero is a digit, and a count is of the digit behind it.
        AHEAD,
        /// A digit right before a zero says how many zeros stand there.
        ZEROS,
        /// A count is of the digit before it: `zero four times, seven`.
        BEHIND
    }

    private int readFrom(int start) {
        int code = codes().endAt(start);
        if (code > start) {
            return code;
        }
        List<Run> runs = runsFrom(start, Counts.AHEAD);
        if (runs.isEmpty()) {
            return start + 1;
        }
        Run all = runs.getLast();
        if (all.words() > 0 && addWithCode(all)) {
            return all.end();
        }
        if (!all.isEnough()) {
            return Math.max(all.end(), start + 1);
        }
        if (addReversed(all)) {
            return all.end();
        }
        Run best = otherwiseCounted(start, all).orElseGet(() -> best(runs));
        add(best);
        return Math.max(best.end(), start + 1);
    }

    private CountryCodes codes() {
        if (codes == null) {
            codes = CountryCodes.in(view);
        }
        return codes;
    }

    /// Adds a number with the country's code that the text tells apart from it.
    private boolean addWithCode(Run run) {
        int start =
                codes().beside(run.start(), run.end())
                        .map(SaidDigits::start)
                        .filter(code -> code < run.start())
                        .orElse(run.start());
        Optional<Run> abroad =
                codes().withCode(run.digits(), run.start(), run.end())
                        .filter(digits -> digits.length() <= MAX_DIGITS)
                        .map(digits -> new Run(digits, start, run.last(), run.end(), run.words()))
                        .filter(this::isKnown);
        abroad.ifPresent(this::add);
        return abroad.isPresent();
    }

    /// Adds what the text says to be read backwards, where that is a number, and is none as it
    /// stands.
    private boolean addReversed(Run run) {
        if (said == null) {
            said = ReversedNumbers.saidIn(view);
        }
        if (run.digits().length() < MIN_DIGITS
                || run.digits().length() > MAX_DIGITS
                || !ReversedNumbers.isSaidOf(said, run.start(), run.end())
                || isKnown(run)) {
            return false;
        }
        Run reversed =
                new Run(
                        ReversedNumbers.reversed(run.digits()),
                        run.start(),
                        run.last(),
                        run.end(),
                        run.words());
        boolean known = isKnown(reversed);
        if (known) {
            add(reversed);
        }
        return known;
    }

    /// Of more digits than a national number has, the longest run that a plan knows of a few that
    /// leave out the last pieces, or the first before a zero, which may be other words: `anh Tư
    /// không chín …`; all of it where none does.
    private Run best(List<Run> runs) {
        Run all = runs.getLast();
        if (all.digits().length() <= LONG || trimmed == MAX_TRIMMED) {
            return all;
        }
        trimmed++;
        if (isNamedByNumber(channelsOf(all)) || isOfBank(all)) {
            return all;
        }
        return firstOfList(runs)
                .or(() -> longestKnown(runs))
                .or(() ->
                        hasOtherFirst(runs)
                                ? longestKnown(runsFrom(runs.get(1).last(), Counts.AHEAD))
                                : Optional.empty())
                .orElse(all);
    }

    /// Of more digits than any number has, those before a line's end or a slash.
    private Optional<Run> firstOfList(List<Run> runs) {
        if (runs.getLast().digits().length() <= MAX_DIGITS) {
            return Optional.empty();
        }
        for (int i = 0; i + 1 < runs.size(); i++) {
            Run run = runs.get(i);
            String behind = text.substring(run.end(), runs.get(i + 1).last());
            if (behind.chars().anyMatch(c -> "\n/".indexOf(c) >= 0)
                    && run.isEnough()
                    && run.digits().length() >= MIN_DIGITS
                    && isKnown(run)) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    private boolean isKnown(Run run) {
        return number(run).filter(n -> n.best().valid()).isPresent();
    }

    private static boolean hasOtherFirst(List<Run> runs) {
        Run first = runs.getFirst();
        return runs.size() > 1
                && first.digits().length() == 1
                && first.words() == 1
                && runs.getLast().digits().charAt(0) != '0'
                && runs.getLast().digits().charAt(1) == '0';
    }

    private Optional<Run> longestKnown(List<Run> runs) {
        return runs.reversed().stream()
                .filter(run -> run.digits().length() <= MAX_DIGITS)
                .limit(MOST_ENDS)
                .filter(Run::isEnough)
                .filter(run -> run.digits().length() >= MIN_DIGITS)
                .filter(this::isKnown)
                .findFirst();
    }

    /// `sıfır əlli, üç sıfır, iki sıfır, altmış doqquz`, `zero nine, zero five times, seven five`:
    /// what is a number only if the words that count are read otherwise.
    private Optional<Run> otherwiseCounted(int start, Run all) {
        Optional<PhoneReading> known = number(all).filter(n -> n.best().valid());
        boolean isKnownHere =
                known.filter(n ->
                                n.regions().areToldBy(n.best().region())
                                        || n.regions().areOfTheLanguage(n.best().region()))
                        .isPresent();
        if (trimmed == MAX_TRIMMED || isKnownHere) {
            return Optional.empty();
        }
        trimmed++;
        return (known.isPresent()
                        ? Stream.of(Counts.ZEROS)
                        : Stream.of(Counts.ZEROS, Counts.BEHIND))
                .map(counts -> runsFrom(start, counts))
                .filter(runs -> !runs.isEmpty())
                .map(List::getLast)
                .filter(run -> !run.digits().equals(all.digits()) && run.end() == all.end())
                .filter(run -> run.digits().length() >= MIN_DIGITS)
                .filter(run -> run.digits().length() <= MAX_DIGITS)
                .filter(this::isKnown)
                .findFirst();
    }

    /// The pieces from `start` on, each with all before it.
    private List<Run> runsFrom(int start, Counts counts) {
        List<Run> runs = new ArrayList<>();
        SpokenDigits digits = new SpokenDigits(counts == Counts.ZEROS);
        boolean plus = start > 0 && text.charAt(start - 1) == '+';
        int first = plus ? start - 1 : start;
        int i = start;
        int end = start;
        int pictures = 0; // characters of the pictures behind the last piece
        int more = 0; // words that say more, or less, than a digit does
        while (i < text.length() && digits.length() < MAX_READ) {
            int wordEnd = NumberWords.endAt(text, i);
            int piece = i;
            if (wordEnd > i && !isSign(i, wordEnd, digits.length())) {
                int pastTimes = NumberWords.pastTimes(text, i, wordEnd);
                boolean elsewhere = // the next line is about something else: `오늘`
                        (text.substring(end, i).indexOf('\n') >= 0 && !isWhole(wordEnd))
                                || isTown(end, i, wordEnd)
                                || beginsSentence(end, i, digits.length())
                                || beginsOther(runs, i, wordEnd);
                boolean doubtful = NumberWords.isDoubtful(text, i, wordEnd);
                if (elsewhere
                        || (doubtful && runs.isEmpty())
                        || !digits.add(
                                NumberWords.meaningThere(text, i, wordEnd, counts == Counts.BEHIND),
                                isBeside(end, i))) {
                    break;
                }
                boolean glued = wordEnd - i > 1 && (isDigitAt(i - 1) || isDigitAt(wordEnd));
                more += (glued ? 1 : 0) - (doubtful ? 1 : 0);
                i = pastTimes;
            } else if (Scripts.isAsciiDigit(text.charAt(i))) {
                while (i < text.length()
                        && digits.length() < MAX_READ
                        && Scripts.isAsciiDigit(text.charAt(i))) {
                    digits.addDigit(text.charAt(i), i == piece && !isDigitAt(i + 1));
                    i++;
                }
            } else if (digits.isOpen() && NumberWords.jointEnd(text, i) > i) {
                i = NumberWords.jointEnd(text, i);
                continue;
            } else if (digits.isCounting() && NumberWords.linkEnd(text, i) > i) {
                i = NumberWords.linkEnd(text, i);
                continue;
            } else if (afterPause(i, digits.length() - (plus ? 1 : 0)) > i) {
                i = afterPause(i, digits.length() - (plus ? 1 : 0));
                more++;
                continue;
            } else if (isPicture(i, digits.length()) && i - end < MAX_GAP + pictures) {
                int length = Character.charCount(text.codePointAt(i));
                pictures += length;
                i += length;
                continue;
            } else if (SEPARATORS.indexOf(text.charAt(i)) >= 0
                    && i - end < MAX_GAP + pictures
                    && !opensRemark(i, digits.length())
                    && !ShownDigits.isBlankLine(view, raw, i)) {
                i++;
                continue;
            } else {
                break;
            }
            end = i;
            pictures = 0;
            runs.add(
                    new Run(
                            plus ? "+" + digits : digits.toString(),
                            first,
                            piece,
                            end,
                            digits.words()
                                    + more
                                    + (digits.length() >= LONG ? digits.counted() : 0)));
        }
        while (!runs.isEmpty()
                && NumberWords.isDoubtful(text, runs.getLast().last(), runs.getLast().end())) {
            runs.removeLast();
        }
        return runs;
    }

    /// Whether a picture stands at `i` that parts digits; a telephone begins another number where
    /// there are enough for one.
    private boolean isPicture(int i, int digits) {
        int picture = text.codePointAt(i);
        return DigitFrames.isPicture(picture)
                || (DigitFrames.isTelephone(picture) && digits < MIN_DIGITS);
    }

    /// Whether a capital letter behind a stop begins the next sentence: `… cinco um. Sem …`.
    private boolean beginsSentence(int end, int start, int digits) {
        return digits >= LEAST_BEFORE_OTHER
                && text.substring(end, start).indexOf('.') >= 0
                && Character.isUpperCase(raw.charAt(view.rawStart(start)))
                && Character.isLowerCase(raw.charAt(Math.max(0, view.rawEnd(end) - 1)));
    }

    /// Whether a bracket opens behind a number that is long enough: `… qirq to'qqiz (90 kod)`.
    private boolean opensRemark(int i, int digits) {
        return "(（".indexOf(text.charAt(i)) >= 0 && digits >= LONG - 1;
    }

    /// Whether the word is a place's name here, and no digit that goes on: `… cuatro nueve - Lima`,
    /// and not `dobel lima`.
    private boolean isTown(int last, int start, int end) {
        return end - start >= SHORTEST_TOWN
                && !text.substring(last, start).equals(" ")
                && regions.areNamedBetween(view.rawStart(start), view.rawEnd(end));
    }

    /// Whether no more than a blank, a hyphen or a word such as `and` stands between two words.
    private boolean isBeside(int end, int start) {
        return NumberWords.isJoint(text.substring(end, start));
    }

    /// Past a word such as `dash` or `then` before more digits; `start` where none stands.
    private int afterPause(int start, int digits) {
        if (digits < 2) {
            return start;
        }
        return digits <= MAX_BEFORE_MORE
                ? NumberPauses.endAt(text, start)
                : NumberPauses.signEndAt(text, start);
    }

    /// `080ハイフン…`: whether a sign's name stands there that only begins as a digit does.
    private boolean isSign(int start, int wordEnd, int digits) {
        return digits >= 2 && NumberPauses.signEndAt(text, start) > wordEnd;
    }

    private boolean isDigitAt(int i) {
        return i >= 0 && i < text.length() && Scripts.isAsciiDigit(text.charAt(i));
    }

    /// `…육구, 이번 달`: whether a digit's sign behind a comma begins another word, where the digits
    /// before it stand in groups.
    private boolean beginsOther(List<Run> runs, int start, int wordEnd) {
        if (wordEnd - start > 1
                || runs.size() < 2
                || runs.getLast().digits().length() < LEAST_BEFORE_OTHER
                || runs.getLast().last() != runs.get(runs.size() - 2).end()) {
            return false;
        }
        String between = text.substring(runs.getLast().end(), start);
        return between.chars().anyMatch(c -> ",，、".indexOf(c) >= 0) && !isWhole(wordEnd);
    }

    /// Whether no other word goes on where a number word ends.
    private boolean isWhole(int wordEnd) {
        return wordEnd == text.length()
                || !Character.isLetter(text.charAt(wordEnd))
                || NumberWords.endAt(text, wordEnd) > wordEnd;
    }

    private void add(Run run) {
        int start = run.start();
        int end = run.end();
        if (contacts.isTaken(view.rawStart(start), view.rawEnd(end))
                || cues.isCounted(view.rawStart(start))
                || Retractions.standAt(text, end)) {
            return;
        }
        for (ContactKind numbered : NAMED_BY_NUMBER) {
            if (channelsOf(run).contains(numbered)) {
                String method = "name after " + numbered.label() + " cue";
                add(numbered, run.digits(), 0.9, method, Concealment.DISGUISED, start, end);
                return;
            }
        }
        if (run.digits().length() < MIN_DIGITS) {
            return;
        }
        if (isOfBank(run)) {
            add(
                    ContactKind.BANK,
                    run.digits(),
                    0.8,
                    "number after bank cue",
                    Concealment.DISGUISED,
                    start,
                    end);
            return;
        }
        if (run.digits().length() > MAX_DIGITS) {
            return;
        }
        number(run)
                .filter(n ->
                        n.best().valid()
                                || run.digits().startsWith("+")
                                || (run.digits().length() <= MAX_UNKNOWN
                                        && (!n.channels().isEmpty() || isAllInWords(run, n))))
                .ifPresent(n -> {
                    for (ContactKind kind : n.kinds(cuesOf(run), raw, view.rawEnd(end))) {
                        add(
                                kind,
                                n.valueFor(kind),
                                n.confidence(),
                                n.method(),
                                n.traits(true),
                                start,
                                end);
                    }
                });
    }

    /// Whether so much of it is in words that it is a number of the text's language, though its
    /// ranges are not known.
    private static boolean isAllInWords(Run run, PhoneReading number) {
        return run.words() >= LONG
                && run.digits().startsWith("0")
                && number.regions().areOfTheLanguage(number.best().region());
    }

    /// Whether it stands behind the name of a bank, and is no telephone's.
    private boolean isOfBank(Run run) {
        return !run.digits().startsWith("+")
                && cues.before(view.rawStart(run.start()))
                        .filter(cue -> Cues.of(cue).isFor(ContactKind.BANK))
                        .isPresent()
                && channelsOf(run).isEmpty()
                && (run.digits().length() > MAX_DIGITS || !isKnown(run));
    }

    private static boolean isNamedByNumber(List<ContactKind> channels) {
        return NAMED_BY_NUMBER.stream().anyMatch(channels::contains);
    }

    private List<Match> cuesOf(Run run) {
        return cues.leadingTo(view.rawStart(run.start()), view.rawEnd(run.end()), contacts);
    }

    private List<ContactKind> channelsOf(Run run) {
        return PhoneReading.channels(cuesOf(run));
    }

    private Optional<PhoneReading> number(Run run) {
        Regions likely =
                regions.at(view.rawStart(run.start()), view.rawEnd(run.end()))
                        .and(NumberTongues.regionsOf(text, run.start(), run.end()));
        return number(new Asked(run.digits(), channelsOf(run), likely));
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
            ContactKind kind,
            String value,
            double confidence,
            String method,
            Set<Contact.Trait> traits,
            int start,
            int end) {
        contacts.add(kind, value, view, start, end, confidence, "spelled-out " + method, traits);
    }
}
