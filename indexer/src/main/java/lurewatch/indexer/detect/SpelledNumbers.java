package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.ContactKind;
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
    private static final int MAX_BEFORE_MORE = 9;

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

    private static final String SEPARATORS = " \n-.,،·*/~_()（）에번の、，ー―–—";

    private final View view;
    private final String text;
    private final String raw;
    private final Cues cues;
    private final PlacedRegions regions;
    private final ContactList contacts;
    private final Map<Asked, Optional<PhoneReading>> answers = new HashMap<>();
    private int trimmed;

    /// Where the text says of numbers that they are written backwards; found when first asked for.
    private @Nullable List<Parts.Span> said;

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

    /// Digits as far as one of the pieces that say them.
    ///
    /// @param last where the piece begins
    private record Run(String digits, int start, int last, int end, int words) {
        boolean isEnough() {
            int least = digits.length() >= LONG ? MIN_SPELLED_OF_LONG : MIN_SPELLED;
            return words >= least && digits.length() >= SHORTEST;
        }
    }

    private int readFrom(int start) {
        List<Run> runs = runsFrom(start, false);
        if (runs.isEmpty() || !runs.getLast().isEnough()) {
            return runs.isEmpty() ? start + 1 : Math.max(runs.getLast().end(), start + 1);
        }
        Run all = runs.getLast();
        if (addReversed(all)) {
            return all.end();
        }
        Run best = withCountedZeros(start, all).orElseGet(() -> best(runs));
        add(best);
        return Math.max(best.end(), start + 1);
    }

    /// Adds what the text says to be read backwards, where that is a number, and is none as it
    /// stands.
    private boolean addReversed(Run run) {
        if (said == null) {
            said = ReversedNumbers.saidIn(text);
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
                                ? longestKnown(runsFrom(runs.get(1).last(), false))
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

    /// `sıfır əlli, üç sıfır, iki sıfır, altmış doqquz`: what is a number only if the digits before
    /// zeros count them.
    private Optional<Run> withCountedZeros(int start, Run all) {
        boolean isKnownHere =
                number(all)
                        .filter(n -> n.best().valid())
                        .filter(n ->
                                n.regions().areToldBy(n.best().region())
                                        || n.regions().areOfTheLanguage(n.best().region()))
                        .isPresent();
        if (trimmed == MAX_TRIMMED || isKnownHere) {
            return Optional.empty();
        }
        trimmed++;
        Run counted = runsFrom(start, true).getLast();
        boolean isOther = !counted.digits().equals(all.digits());
        return Optional.of(counted)
                .filter(run -> isOther && run.end() == all.end())
                .filter(run -> run.digits().length() >= MIN_DIGITS)
                .filter(run -> run.digits().length() <= MAX_DIGITS)
                .filter(this::isKnown);
    }

    /// The pieces from `start` on, each with all before it.
    ///
    /// @param countedZeros whether a digit right before a zero says how many zeros stand there
    private List<Run> runsFrom(int start, boolean countedZeros) {
        List<Run> runs = new ArrayList<>();
        SpokenDigits digits = new SpokenDigits(countedZeros);
        boolean plus = start > 0 && text.charAt(start - 1) == '+';
        int first = plus ? start - 1 : start;
        int i = start;
        int end = start;
        int more = 0; // words that say more, or less, than a digit does
        while (i < text.length() && digits.length() < MAX_READ) {
            int wordEnd = NumberWords.endAt(text, i);
            int piece = i;
            if (wordEnd > i) {
                boolean elsewhere = // the next line is about something else: `오늘`
                        (text.substring(end, i).indexOf('\n') >= 0 && !isWhole(wordEnd))
                                || isTown(i, wordEnd)
                                || beginsOther(runs, i, wordEnd);
                boolean doubtful = NumberWords.isDoubtful(text, i, wordEnd);
                if (elsewhere
                        || (doubtful && runs.isEmpty())
                        || !digits.add(meaning(i, wordEnd), isBeside(end, i))) {
                    break;
                }
                more -= doubtful ? 1 : 0;
                i = wordEnd;
            } else if (Scripts.isAsciiDigit(text.charAt(i))) {
                while (i < text.length()
                        && digits.length() < MAX_READ
                        && Scripts.isAsciiDigit(text.charAt(i))) {
                    digits.addDigit(text.charAt(i), i == piece && !isDigitAt(i + 1));
                    i++;
                }
            } else if (digits.isOpen() && jointEnd(i) > i) {
                i = jointEnd(i);
                continue;
            } else if (afterPause(i, digits.length()) > i) {
                i = afterPause(i, digits.length());
                more++;
                continue;
            } else if (SEPARATORS.indexOf(text.charAt(i)) >= 0
                    && i - end < MAX_GAP
                    && !opensRemark(i, digits.length())
                    && !ShownDigits.isBlankLine(view, raw, i)) {
                i++;
                continue;
            } else {
                break;
            }
            end = i;
            runs.add(
                    new Run(
                            plus ? "+" + digits : digits.toString(),
                            first,
                            piece,
                            end,
                            digits.words() + more));
        }
        while (!runs.isEmpty()
                && NumberWords.isDoubtful(text, runs.getLast().last(), runs.getLast().end())) {
            runs.removeLast();
        }
        return runs;
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

    /// Past a word such as `dash` or `then` before more digits; `start` where none stands.
    private int afterPause(int start, int digits) {
        if (digits < 2) {
            return start;
        }
        return digits <= MAX_BEFORE_MORE
                ? NumberPauses.endAt(text, start)
                : NumberPauses.signEndAt(text, start);
    }

    private boolean isDigitAt(int i) {
        return i < text.length() && Scripts.isAsciiDigit(text.charAt(i));
    }

    /// What the word means; one that says how often a digit stands is of the digit before it where
    /// none follows: `null dreimal, acht`.
    private String meaning(int start, int end) {
        String meaning = NumberWords.meaning(text, start, end);
        boolean times = meaning.equals(NumberWords.TIMES);
        if (!times && !meaning.endsWith(NumberWords.OFTEN)) {
            return meaning;
        }
        int next = end < text.length() && " -".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
        boolean ahead =
                isDigitAt(next) || (next < text.length() && NumberWords.endAt(text, next) > next);
        return ahead ? meaning : (times ? "" : meaning.substring(0, 1)) + NumberWords.AGAIN;
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
                add(numbered, run.digits(), 0.9, method, start, end);
                return;
            }
        }
        if (run.digits().length() < MIN_DIGITS) {
            return;
        }
        if (isOfBank(run)) {
            add(ContactKind.BANK, run.digits(), 0.8, "number after bank cue", start, end);
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
                                        && !n.channels().isEmpty()))
                .ifPresent(n -> {
                    for (ContactKind kind : n.kinds(cuesOf(run), raw, view.rawEnd(end))) {
                        add(kind, n.valueFor(kind), n.confidence(), n.method(), start, end);
                    }
                });
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
        return cues.beside(view.rawStart(run.start()), view.rawEnd(run.end()), contacts);
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
