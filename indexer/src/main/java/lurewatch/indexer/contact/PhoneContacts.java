package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.scan.SentenceEnds;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;

/// Telephone numbers in digits: with `+`, after a cue, or in a national form that the plan of a
/// likely country knows. Salaries, dates, register numbers and short hotlines are none.
public final class PhoneContacts {
    /// In the method of numbers that are no person's.

    private static final int MAX_DIGITS = 15;

    private static final int MIN_DIGITS = 7;

    private static final int MAX_SEPARATORS = 3;
    private static final int MAX_EXTENSION = 3;
    private static final int MAX_DATES = 100;

    /// How often digits may be looked at: often enough for any list of numbers, too seldom for a
    /// text made of digits and blanks to take long.
    private static final int MIN_READINGS = 80;

    private static final int CHARACTERS_PER_READING = 80;

    /// How often libphonenumber, which takes longest, may be asked for nothing.
    private static final int MIN_REFUSALS = 80;

    private static final int CHARACTERS_PER_REFUSAL = 160;
    private static final String SEPARATORS = " \n.-()·•‧∙*_~—–−‐‑‒―ㅡー/・۔।";

    /// Separators that nobody sets between digits to make them easier to read.
    private static final String ODD_SEPARATORS = "·•‧∙*_~・";

    private static final int MAX_BETWEEN_WORDS = 3;

    /// One word behind a number counts something else: `… 0731 satu orang`.
    private static final int LEAST_WORDS = 2;

    private static final int LONGEST_WORD = 12;

    private static final int MAX_JOINT = 32;

    /// The fewest digits of a number with its country's code.
    private static final int MIN_ABROAD = 10;

    /// What joins the parts of a list: ` / `, ` ou le `, ` (Rina), `.
    private static final Pattern JOINT =
            Pattern.compile(
                    "(?:\\s?[(（]\\p{L}[\\p{L} .]{0,19}[)）])?\\s?(?:[/,;&|、،-]|"
                            + Sayings.OF_NUMBERS.either("or")
                            + ")?(?:\\s(?:le|al|el|il|au|the|no))?\\s?");

    /// An area code with its zero, and the sign behind it.
    private static final int LONGEST_PREFIX = 6;

    /// `t.me/c/1234567/45` leads members of a channel to a post.
    private static final String POST = "me/c/";

    private static final String NOT_BEFORE = "$₩¥€£฿₫₱₹@#";

    private final View view;
    private final String text;
    private final String raw;
    private final View folded;
    private final ShownDigits shown;
    private final LoneNumber lone;
    private final Cues cues;
    private final PlacedRegions regions;
    private final ContactList contacts;
    private int readings;
    private int refusals;
    private int lastEnd = -1;
    private List<Match> lastCues = List.of();

    /// Numbers that more than one plan knows, and the countries of those that only one does.
    private final List<Found> unsure = new ArrayList<>();

    private final Set<String> sure = new LinkedHashSet<>();

    PhoneContacts(ScannedText scanned, Cues cues, PlacedRegions regions, ContactList contacts) {
        this.view = scanned.views().cased();
        this.text = view.text();
        this.raw = scanned.raw();
        this.folded = scanned.views().folded();
        this.shown = new ShownDigits(text);
        this.cues = cues;
        this.regions = regions;
        this.contacts = contacts;
        this.lone = new LoneNumber(view, cues);
        this.readings = MIN_READINGS + text.length() / CHARACTERS_PER_READING;
        this.refusals = MIN_REFUSALS + text.length() / CHARACTERS_PER_REFUSAL;
    }

    void find() {
        if (!ShownDigits.areEnough(text)) {
            return;
        }
        takeDates();
        takePosts();
        int i = nextMayBegin(0);
        while (i < text.length() && readings > 0 && refusals > 0 && !contacts.isFull()) {
            i = nextMayBegin(isStart(i) ? readFrom(i) : i + 1);
        }
        if (!sure.isEmpty()) {
            unsure.forEach(this::readAgain);
        }
        addLoneNumber();
    }

    private void addLoneNumber() {
        lone.only(contacts)
                .ifPresent(only ->
                        understood(
                                        only.digits(),
                                        List.of(ContactKind.PHONE),
                                        only.start(),
                                        only.end(),
                                        Set.of())
                                .filter(n -> isMobileAtHome(n, only.digits()))
                                .ifPresent(n ->
                                        add(new Found(n, List.of(), only.start(), only.end()))));
    }

    private boolean isMobileAtHome(PhoneReading number, String digits) {
        PhoneNumbers.Understood best = number.best();
        return best.valid()
                && best.range() == PhoneNumbers.Range.PERSONAL
                && PhoneNumbers.isUsual(best, digits)
                && number.regions().areLikely(best.region());
    }

    /// With what the text's other numbers tell, which may stand behind it.
    private void readAgain(Found found) {
        PhoneReading first = found.number();
        understood(first.dialled(), first.channels(), found.start(), found.end(), sure)
                .filter(again -> !again.best().value().equals(first.best().value()))
                .ifPresent(again -> {
                    kindsOf(found).forEach(kind -> contacts.remove(kind, first.valueFor(kind)));
                    addAll(new Found(again, found.named(), found.start(), found.end()));
                });
    }

    private void takeDates() {
        HeadedPattern.Walk dates =
                NoPhones.DATE.walk(
                        text,
                        MAX_DATES,
                        m -> contacts.take(view.rawStart(m.start()), view.rawEnd(m.end())));
        for (int i = 0; i < text.length() && !dates.isDone(); i++) {
            if (Scripts.isAsciiDigit(text.charAt(i))) {
                dates.at(i, text.length());
            }
        }
    }

    /// The numbers of a channel without a name and of a post in it.
    private void takePosts() {
        for (int at = text.indexOf(POST); at >= 0; at = text.indexOf(POST, at + POST.length())) {
            int end = at + POST.length();
            while (end < text.length()
                    && (Scripts.isAsciiDigit(text.charAt(end)) || text.charAt(end) == '/')) {
                end++;
            }
            contacts.take(view.rawStart(at), view.rawEnd(end));
        }
    }

    /// The first place from `start` on whose character a number may begin with.
    private int nextMayBegin(int start) {
        int i = start;
        while (i < text.length() && !ShownDigits.mayBegin(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private boolean isStart(int i) {
        char c = text.charAt(i);
        if (Scripts.isAsciiLetter(c) && i > 0 && Scripts.isAsciiWord(text.charAt(i - 1))) {
            return false; // the `l` of most words
        }
        boolean plus = c == '+' && i + 1 < text.length();
        boolean bracket =
                c == '('
                        && i + 1 < text.length()
                        && (text.charAt(i + 1) == '+' || Scripts.isAsciiDigit(text.charAt(i + 1)));
        if (!plus && !bracket && shown.at(i) < 0) {
            return false;
        }
        if (!plus && goesOn(i)) {
            return false;
        }
        return i == 0
                || (plus && Scripts.isAsciiLetter(text.charAt(i - 1)) && isCue(i))
                || (isGlued(i) && isCue(i))
                || (!Scripts.isAsciiWord(text.charAt(i - 1))
                        && NOT_BEFORE.indexOf(text.charAt(i - 1)) < 0
                        && !endsSpelledWord(i));
    }

    /// Whether the digits before a single blank or hyphen begin as a number does, and these do not:
    /// `0151 20000560` holds no `20000560`.
    private boolean goesOn(int i) {
        if (i < 2
                || text.charAt(i) == '0'
                || " -".indexOf(text.charAt(i - 1)) < 0
                || !Scripts.isAsciiDigit(text.charAt(i - 2))) {
            return false;
        }
        int start = i - 1;
        while (start > 0 && Scripts.isAsciiDigit(text.charAt(start - 1))) {
            start--;
        }
        return text.charAt(start) == '0'
                && i - start <= LONGEST_PREFIX
                && (start == 0 || ".-/,".indexOf(text.charAt(start - 1)) < 0);
    }

    /// Whether digits follow a letter at once: `WhatsApp85512345678`.
    private boolean isGlued(int i) {
        return Scripts.isAsciiDigit(text.charAt(i)) && Scripts.isAsciiLetter(text.charAt(i - 1));
    }

    /// Whether a cue ends right before `i`.
    private boolean isCue(int i) {
        int end = view.rawEnd(i);
        return cues.before(end).filter(cue -> cue.end() == end).isPresent();
    }

    /// The `o` of `Z a l o 0 9 1 2` is no zero.
    private boolean endsSpelledWord(int i) {
        return Character.isLetter(text.charAt(i))
                && i >= 2
                && Character.isLetter(text.charAt(i - 2))
                && (i == 2 || !Character.isLetterOrDigit(text.charAt(i - 3)));
    }

    /// Reads the digits from `start`; gives where to go on.
    private int readFrom(int start) {
        StringBuilder digits = new StringBuilder();
        int[] ends = new int[MAX_DIGITS + 4];
        int i = start;
        int separators = 0;
        int real = 0;
        while (i < text.length()
                && digits.length() < MAX_DIGITS + 3
                && separators <= MAX_SEPARATORS) {
            char c = text.charAt(i);
            int digit = shown.at(i);
            if (digit >= 0 || (c == '+' && digits.isEmpty())) {
                digits.append(digit >= 0 ? (char) ('0' + digit) : '+');
                real += Scripts.isAsciiDigit(c) ? 1 : 0;
                ends[digits.length()] = i + 1;
                separators = 0;
            } else if (SEPARATORS.indexOf(c) >= 0 && !ShownDigits.isBlankLine(view, raw, i)) {
                separators++;
            } else if (DigitFrames.isAt(text, i)) {
                separators++;
                i += Character.charCount(text.codePointAt(i)) - 1;
            } else {
                break;
            }
            i++;
        }
        int read = digits.length() == 0 ? start + 1 : ends[digits.length()];
        if (real < ShownDigits.LEAST || digits.length() < MIN_DIGITS) {
            return read;
        }
        int end = longestNumber(digits.toString(), start, ends);
        return end < 0 ? Math.max(start + 1, skipDigits(start)) : end;
    }

    private int skipDigits(int start) {
        int i = start + 1;
        while (i < text.length() && Scripts.isAsciiDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// Adds the longest number that ends where a group of digits does; gives its end, or -1. One
    /// that its country knows goes before one that is only longer by an extension.
    private int longestNumber(String digits, int start, int[] ends) {
        Optional<Found> longest = Optional.empty();
        for (int length = digits.length(); length >= MIN_DIGITS; length--) {
            int end = ends[length];
            boolean groupEnds =
                    end >= text.length()
                            || (!Scripts.isAsciiDigit(text.charAt(end)) && shown.at(end) < 0);
            if (!groupEnds) {
                continue;
            }
            if (longest.isPresent()
                    && longest.get().number().dialled().length() - length > MAX_EXTENSION
                    && !isListed(end, longest.get())) {
                break;
            }
            Optional<Found> found = read(digits.substring(0, length), start, end);
            if (found.isPresent()
                    && (longest.isEmpty()
                            || found.get().number().best().valid()
                            || endsItsLine(found.get(), longest.get()))) {
                longest = found;
                if (found.get().number().best().valid()) {
                    break;
                }
            }
        }
        Optional<Found> chosen =
                longest.map(found -> beforeSlash(digits, ends, found))
                        .filter(found -> !isRest(found) || !goesOnFromWords(start))
                        .filter(found -> !goesOnInWords(found));
        chosen.ifPresent(this::add);
        return chosen.map(Found::end).orElse(-1);
    }

    /// Whether it is short of a mobile number's digits, and no plan knows it.
    private static boolean isRest(Found found) {
        return !found.number().best().valid() && found.number().dialled().length() < MIN_ABROAD;
    }

    /// `nol delapan satu dua 0000 0771`: whether a digit in words stands right before the first in
    /// figures. What no plan knows is then the rest of a number, and is read with its beginning.
    private boolean goesOnFromWords(int start) {
        String words = folded.text();
        int end = folded.indexOf(view.rawStart(start));
        int first = end;
        while (end > 0
                && first - end < MAX_BETWEEN_WORDS
                && " -.,)）(（、，".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        for (int word = end - 1; word >= Math.max(0, end - LONGEST_WORD); word--) {
            boolean begins =
                    word == 0
                            || !Scripts.isAsciiWord(words.charAt(word - 1))
                            || !Scripts.isAsciiWord(words.charAt(word));
            if (begins && NumberWords.endAt(words, word) == end) {
                return true;
            }
        }
        return false;
    }

    /// `0812 0000 07 tiga satu`: whether digits in words stand right behind those in figures, which
    /// are too few for most numbers. Then it is read with them.
    private boolean goesOnInWords(Found found) {
        String dialled = found.number().dialled();
        if (dialled.length() > MIN_ABROAD || dialled.startsWith("+")) {
            return false;
        }
        String words = folded.text();
        int i = folded.indexOf(view.rawEnd(found.end()));
        int digits = 0;
        while (digits < LEAST_WORDS) {
            int from = i;
            while (i < words.length()
                    && i - from < MAX_BETWEEN_WORDS
                    && " -.".indexOf(words.charAt(i)) >= 0) {
                i++;
            }
            int paused = i < words.length() ? NumberPauses.endAt(words, i) : i;
            int end = paused < words.length() ? NumberWords.endAt(words, paused) : paused;
            if (end == paused
                    || NumberWords.isDoubtful(words, paused, end)
                    || (NumberWords.meaning(words, paused, end).length() > 1 && paused == i)) {
                return false;
            }
            i = end;
            digits++;
        }
        return true;
    }

    /// `33 800 00 50 / 77 …`: what stands before a slash with blanks, where that is a number by
    /// itself.
    private Found beforeSlash(String digits, int[] ends, Found found) {
        int slash = text.substring(found.start(), found.end()).indexOf(" / ");
        if (slash < 0) {
            return found;
        }
        for (int length = MIN_DIGITS; length < digits.length(); length++) {
            if (ends[length] == found.start() + slash) {
                return read(digits.substring(0, length), found.start(), ends[length])
                        .filter(before -> before.number().best().valid())
                        .orElse(found);
            }
        }
        return found;
    }

    /// Whether what stands behind `end` is another number of a list, that the longer took in.
    private boolean isListed(int end, Found longer) {
        return !longer.number().best().valid()
                && text.substring(end, longer.end()).indexOf('/') >= 0;
    }

    /// Whether only the longer of two that no plan knows goes on in the next line: digits there are
    /// rather another matter.
    private boolean endsItsLine(Found shorter, Found longer) {
        return !longer.number().best().valid()
                && text.indexOf('\n', shorter.start()) == shorter.end();
    }

    /// A number as it stands in the text, with the cues that name its channels.
    private record Found(PhoneReading number, List<Match> named, int start, int end) {}

    private Optional<Found> read(String digits, int start, int end) {
        int bare = digits.startsWith("+") ? digits.length() - 1 : digits.length();
        if (bare > MAX_DIGITS + 2 || --readings < 0) {
            return Optional.empty();
        }
        int rawStart = view.rawStart(start);
        int rawEnd = view.rawEnd(end);
        List<Match> named = cuesFor(rawStart, rawEnd);
        boolean abroad = digits.startsWith("00") && bare > 9;
        String dialled =
                abroad
                        ? "+" + digits.substring(2)
                        : isPlusBehind(digits, start, end) ? "+" + digits : digits;
        List<ContactKind> channels =
                named.isEmpty()
                                && (SignatureLabel.isOfTelephone(text, start)
                                        || isJoined(start)
                                        || NumberLabel.isOfOffice(raw, rawStart))
                        ? List.of(ContactKind.PHONE)
                        : PhoneReading.channels(named);
        String written = text.substring(start, end);
        if (channels.isEmpty()) {
            lone.note(digits, start, end, contacts);
        }
        // the plans are asked last: they take longest to answer
        if ((!PhoneReading.mayConvince(dialled, channels, written)
                        && !PhoneReading.mayConvinceThere(written, regions))
                || contacts.isTaken(rawStart, rawEnd)
                || Retractions.standAt(text, end)
                || NoPhones.isOne(text, start, end, startOf(named))
                || (!digits.startsWith("+") && cues.isCounted(rawStart))
                || (named.isEmpty() && SignatureLabel.isOfFax(text, start))) {
            return Optional.empty();
        }
        Optional<Found> found =
                understood(dialled, channels, start, end, Set.of())
                        .map(n -> new Found(n, named, start, end));
        refusals -= found.isPresent() ? 0 : 1;
        return found;
    }

    /// `66812000596+` behind words that run from right to left: the sign was typed first, or copied
    /// from where it is shown.
    private boolean isPlusBehind(String digits, int start, int end) {
        return digits.length() >= MIN_ABROAD
                && digits.charAt(0) != '0'
                && digits.charAt(0) != '+'
                && end < text.length()
                && text.charAt(end) == '+'
                && text.substring(Math.max(0, start - MAX_JOINT), start)
                        .chars()
                        .anyMatch(c -> c >= 0x590 && c < 0x780);
    }

    /// @param beside countries of the text's other numbers
    private Optional<PhoneReading> understood(
            String dialled, List<ContactKind> channels, int start, int end, Set<String> beside) {
        String written = text.substring(start, end);
        Regions likely = regions.at(view.rawStart(start), view.rawEnd(end));
        for (String region : NationalForms.regionsOf(written)) {
            if (!isHome(dialled, channels, likely, region)) {
                likely = likely.and(region);
            }
        }
        for (String region : beside) {
            likely = likely.besideOne(region);
        }
        return PhoneReading.of(dialled, channels, likely).filter(n -> n.isConvincing(written));
    }

    /// Whether the country of the text's own language knows the number: however it is written, it
    /// is rather one of that than of another country. Land lines of China are left out, since
    /// people in Korea write mobiles with the digits and hyphens that Beijing has.
    private static boolean isHome(
            String dialled, List<ContactKind> channels, Regions likely, String region) {
        return !dialled.startsWith("+")
                && PhoneReading.of(dialled, channels, likely)
                        .map(PhoneReading::best)
                        .filter(n -> n.valid() && !n.region().equals(region))
                        .filter(n -> likely.areOfTheLanguage(n.region()))
                        .filter(n -> n.mobile() || !n.region().equals("CN"))
                        .filter(n -> PhoneNumbers.isUsual(n, dialled))
                        .isPresent();
    }

    private int startOf(List<Match> named) {
        return named.stream().mapToInt(match -> view.indexOf(match.start())).max().orElse(-1);
    }

    private void add(Found found) {
        addAll(found);
        if (found.number().isAmbiguous()) {
            unsure.add(found);
        } else if (!found.number().dialled().startsWith("+") && found.number().best().valid()) {
            sure.add(found.number().best().region());
        }
        lastEnd = found.end();
        lastCues = found.named();
        PhoneNumbers.Understood number = found.number().best();
        if (number.valid()) {
            regions.note(number.region());
        }
    }

    private void addAll(Found found) {
        for (ContactKind kind : kindsOf(found)) {
            add(found.number(), kind, found.named(), found.start(), found.end());
        }
    }

    private List<ContactKind> kindsOf(Found found) {
        return found.number().kinds(found.named(), raw, view.rawEnd(found.end()));
    }

    /// The cues that name the number's channels: in brackets behind it, before it, behind it; of
    /// numbers listed, those of the first.
    private List<Match> cuesFor(int rawStart, int rawEnd) {
        List<Match> beside =
                cues.beside(rawStart, rawEnd, contacts, cue -> isOfLast(cue, rawStart)).stream()
                        .filter(cue -> !isOfLast(cue, rawStart))
                        .toList();
        boolean listed = beside.isEmpty() && isListed(rawStart);
        return listed ? lastCues : beside;
    }

    /// `0700 …, same number on WhatsApp. Madam Joy 0722 …`: whether the cue stood behind the last
    /// number and was that one's, in a sentence that has ended since.
    private boolean isOfLast(Match cue, int rawStart) {
        return lastEnd >= 0
                && cue.start() >= view.rawEnd(lastEnd)
                && cue.end() <= rawStart
                && lastCues.contains(cue)
                && (SentenceEnds.isBetween(raw, cue.end(), rawStart) || isInBracket(cue, rawStart));
    }

    /// `0700 … (this one has WhatsApp), Nakuru 0722 …`
    private boolean isInBracket(Match cue, int rawStart) {
        return raw.substring(view.rawEnd(lastEnd), cue.start())
                        .chars()
                        .anyMatch(c -> c == '(' || c == '（')
                && raw.substring(cue.end(), rawStart).chars().anyMatch(c -> c == ')' || c == '）');
    }

    /// Whether the number is one of a list that goes on from the last: `… 441 / … 442`, `WhatsApp …
    /// 441, for Nairobi … 442`.
    private boolean isListed(int rawStart) {
        int start = view.indexOf(rawStart);
        return lastEnd >= 0
                && lastCues.stream().noneMatch(cue -> isOfLast(cue, rawStart))
                && (isList(lastEnd, start)
                        || (start >= lastEnd
                                && start - lastEnd <= MAX_JOINT
                                && !lastCues.isEmpty()
                                && text.substring(lastEnd, start)
                                        .chars()
                                        .noneMatch(c -> ".!?。\n".indexOf(c) >= 0)
                                && regions.areNamedBetween(view.rawEnd(lastEnd), rawStart)));
    }

    /// Whether a sign or word joins the number to the one before: `09-780… , 01-200…`.
    private boolean isJoined(int start) {
        return lastEnd >= 0 && isList(lastEnd, start) && !text.substring(lastEnd, start).isBlank();
    }

    /// Whether only what joins the parts of a list stands between the places.
    private boolean isList(int from, int to) {
        return to >= from
                && to - from <= MAX_JOINT
                && JOINT.matcher(text.substring(from, to)).matches();
    }

    private void add(PhoneReading number, ContactKind kind, List<Match> named, int start, int end) {
        boolean spaced = end - start >= 2 * number.dialled().length() - 2;
        boolean disguised =
                spaced
                        || isOdd(start, end)
                        || named.stream().anyMatch(Match::disguised)
                        || Concealment.isIn(view, raw, start, end);
        contacts.add(
                kind,
                number.valueFor(kind),
                view,
                start,
                end,
                number.confidence(),
                (spaced ? "spaced " : "") + number.method(),
                number.traits(disguised));
    }

    /// Letters among the digits, or separators that only serve to part them.
    private boolean isOdd(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (ODD_SEPARATORS.indexOf(c) >= 0
                    || Character.isLetter(c)
                    || c == '|'
                    || DigitFrames.isAt(text, i)) {
                return true;
            }
        }
        return false;
    }
}
