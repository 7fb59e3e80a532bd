package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.SentenceEnds;
import lurewatch.indexer.text.Sayings;

/// Messengers that a text names in the sentence of a telephone number and for which it gives
/// nothing else: the number answers there, whatever the words between say. `0772 000591 or the same
/// line on WhatsApp`, `0900 000 596 / 0900 000 597 (đều có zalo)`.
///
/// Comes last, when every other contact has found its channel.
final class UnclaimedChannels {
    /// Those that know their members by telephone numbers only, or nearly so.
    private static final Set<ContactKind> BY_NUMBER =
            EnumSet.of(ContactKind.WHATSAPP, ContactKind.ZALO, ContactKind.VIBER);

    /// How far the messenger may be named from the number.
    private static final int REACH = 60;

    /// How far apart two numbers may stand that a word such as `both` takes together.
    private static final int REACH_OF_BOTH = 40;

    private static final int MAX_SIGNS = 4;

    /// Beside the messenger these say that what is said holds of each number.
    static final Pattern BOTH =
            Pattern.compile(
                    "(?<!\\p{L})(?:"
                            + Sayings.OF_CHANNELS.either("both")
                            + ")(?!\\p{L})|"
                            + Sayings.OF_CHANNELS.either("both-anywhere"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Say that something is not so, anywhere beside it.
    static final Pattern NOT =
            Pattern.compile(
                    "(?<!\\p{L})(?:"
                            + Sayings.OF_CHANNELS.either("not")
                            + ")(?!\\p{L})|"
                            + Sayings.OF_CHANNELS.either("not-anywhere"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Right behind a messenger's name these make it a place where many are, and nobody's number.
    private static final Pattern MANY =
            Pattern.compile(
                    "^\\s?(?:" + Sayings.OF_CHANNELS.either("group") + ")",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int MAX_NEGATION = 12;

    private final String raw;
    private final Cues cues;
    private final ContactList contacts;
    private final boolean portuguese;
    private List<Contact> known = List.of();

    private UnclaimedChannels(ScannedText scanned, Cues cues, ContactList contacts) {
        this.raw = scanned.raw();
        this.portuguese =
                scanned.languages().main().filter(main -> main.startsWith("pt")).isPresent();
        this.cues = cues;
        this.contacts = contacts;
    }

    static void findIn(ScannedText scanned, Cues cues, ContactList contacts) {
        new UnclaimedChannels(scanned, cues, contacts).find();
    }

    private void find() {
        known =
                contacts.contacts().stream()
                        .filter(Contact::isInText)
                        .sorted(Comparator.comparingInt(Contact::start))
                        .toList();
        if (known.stream().noneMatch(UnclaimedChannels::isMobile)) {
            return;
        }
        Set<ContactKind> held = EnumSet.copyOf(BY_NUMBER);
        held.removeIf(kind -> !contacts.holds(kind));
        for (Match cue : cues.inTextOrder()) {
            Cues.of(cue)
                    .channel()
                    .filter(BY_NUMBER::contains)
                    .filter(kind -> !held.contains(kind) || isSaidOfNumber(kind, cue))
                    .filter(_ -> !isDenied(cue))
                    .ifPresent(kind ->
                            numbersOf(cue)
                                    .forEach(number -> {
                                        if (!isAlsoCalled(number, cue)) {
                                            contacts.remove(number);
                                        }
                                        contacts.add(at(kind, number));
                                    }));
        }
    }

    private static boolean isMobile(Contact contact) {
        return contact.kind() == ContactKind.PHONE
                && contact.value().startsWith("+")
                && !contact.isLandLine();
    }

    /// Where another number is the messenger's: whether it leads to none of its own here, and words
    /// beside it say that the number before it is there as well. `Office 0700 …, you may also write
    /// on WhatsApp`
    private boolean isSaidOfNumber(ContactKind kind, Match cue) {
        List<Contact> numbers = numbersOf(cue);
        if (numbers.isEmpty() || leadsToOwn(kind, cue)) {
            return false;
        }
        String words = raw.substring(numbers.getFirst().end(), endOfClause(cue.end()));
        return AlsoCalled.isSaidIn(LowerCase.of(words) + ' ')
                || callsBeside(numbers.getFirst(), cue).stream()
                        .anyMatch(call -> isJoined(call, cue));
    }

    private boolean leadsToOwn(ContactKind kind, Match cue) {
        int lineEnd = raw.indexOf('\n', cue.end());
        int last = Math.min(lineEnd < 0 ? raw.length() : lineEnd, cue.end() + REACH);
        return known.stream()
                .anyMatch(contact ->
                        (contact.kind() == kind || contact.kind() == ContactKind.PHONE)
                                && contact.start() >= cue.end()
                                && contact.start() < last);
    }

    private boolean isJoined(Match call, Match cue) {
        return call.start() < cue.start()
                ? AlsoCalled.isAnotherWay(raw, call.end(), cue.start())
                : AlsoCalled.isAnotherWay(raw, cue.end(), call.start());
    }

    /// The words for calls between the number and the messenger's name, and right behind that.
    private List<Match> callsBeside(Contact number, Match cue) {
        return cues.between(number.end(), Math.min(raw.length(), cue.end() + MAX_NEGATION)).stream()
                .filter(call -> Cues.of(call).calls())
                .toList();
    }

    private boolean isAlsoCalled(Contact number, Match cue) {
        List<Match> named = new ArrayList<>(cues.allBefore(number.start()));
        named.add(cue);
        return AlsoCalled.isSaid(named, raw, number.end(), false)
                || callsBeside(number, cue).stream().anyMatch(call -> isJoined(call, cue));
    }

    private static Contact at(ContactKind kind, Contact number) {
        return new Contact(
                kind,
                PhoneReading.valueFor(kind, number.value()),
                number.raw(),
                number.start(),
                number.end(),
                Math.min(number.confidence(), 0.75),
                number.method() + ", " + kind.label() + " named in its sentence",
                number.traits());
    }

    /// The number right before the messenger's name in the same sentence, with those before that
    /// where the text says that it speaks of all.
    private List<Contact> numbersOf(Match cue) {
        List<Contact> numbers = new ArrayList<>();
        int end = cue.start();
        int reach = REACH;
        boolean both = false;
        for (int i = known.size() - 1; i >= 0; i--) {
            Contact contact = known.get(i);
            if (contact.end() > cue.start()) {
                continue;
            }
            if (!isMobile(contact) || !isNear(contact.end(), end, reach)) {
                break;
            }
            if (numbers.isEmpty()) {
                both = BOTH.matcher(raw.substring(contact.end(), endOfClause(cue.end()))).find();
            }
            numbers.add(contact);
            if (!both) {
                break;
            }
            end = contact.start();
            reach = REACH_OF_BOTH;
        }
        return numbers;
    }

    private boolean isNear(int from, int to, int reach) {
        return to >= from
                && to - from <= reach
                && (isOneSentence(from, to) || isOnlySigns(from, to));
    }

    /// Whether the messenger's name begins the next sentence: `0900 000 591. Zalo cũng được ạ`.
    private boolean isOnlySigns(int from, int to) {
        return to - from <= MAX_SIGNS
                && raw.substring(from, to).chars().noneMatch(Character::isLetterOrDigit)
                && raw.substring(from, to).chars().filter(c -> c == '\n').count() <= 1;
    }

    private boolean isOneSentence(int from, int to) {
        for (int i = from; i < to; i++) {
            if (SentenceEnds.isAt(raw, i) && !(raw.charAt(i) == '.' && isShort(i))) {
                return false;
            }
        }
        return true;
    }

    /// `A.Tuấn`, `no. 2`: the dot of a word of few letters ends no sentence.
    private boolean isShort(int dot) {
        int start = dot;
        while (start > 0 && Character.isLetter(raw.charAt(start - 1))) {
            start--;
        }
        return dot - start > 0 && dot - start <= 2;
    }

    private int endOfClause(int from) {
        int end = from;
        while (end < raw.length()
                && end - from < MAX_NEGATION
                && ",.;，、".indexOf(raw.charAt(end)) < 0
                && !SentenceEnds.isAt(raw, end)) {
            end++;
        }
        return end;
    }

    /// Whether the words right beside the name say that nobody is found there, or that it is a
    /// group.
    private boolean isDenied(Match cue) {
        int from = cue.start();
        while (from > 0
                && cue.start() - from < MAX_NEGATION
                && ",.;，、/|".indexOf(raw.charAt(from - 1)) < 0
                && !SentenceEnds.isAt(raw, from - 1)) {
            from--;
        }
        String before = raw.substring(from, cue.start());
        String behind = raw.substring(cue.end(), endOfClause(cue.end()));
        boolean on = portuguese && before.endsWith(" no "); // `chamar no whats`
        return (!on && NOT.matcher(before).find())
                || NOT.matcher(behind).find()
                || MANY.matcher(behind).find();
    }
}
