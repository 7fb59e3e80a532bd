package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.scan.Cue;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.SentenceEnds;
import lurewatch.indexer.scan.Target;

/// The words in a text that name a channel, found by where they stand.
public final class Cues {
    /// How far a name or number may be from its cue: longer gaps lead into other sentences.
    public static final int MAX_GAP = 28;

    /// How many cues may be named together, as in `Call/WhatsApp/Viber`.
    private static final int MAX_TOGETHER = 4;

    private static final int MAX_LED_OVER = 14;

    /// How far before a messenger's name a condition of it begins.
    private static final int CONDITION = 36;

    private static final int REACH_IN_SENTENCE = 60;

    /// How far before its colon a messenger's name may stand.
    private static final int FURTHEST = 70;

    /// Between the colon and the number: ` ddd `.
    private static final int MAX_BEHIND_COLON = 6;

    /// How far behind its name a number that nobody calls stands.
    private static final int MAX_COUNTED = 14;

    /// Between two channels these say that the second is another matter.
    private static final Set<String> NEITHER =
            HandleWords.words("nor neither ولا ni ни нито ani nici noch maupun cũng");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    private final String raw;
    private final List<Match> byStart;
    private final List<Match> byEnd;

    /// The names of numbers that nobody calls, by where they end.
    private final List<Match> counted;

    /// By where they begin, the names and numbers of lists in the order of their channels.
    private final Map<Integer, Match> inOrder;

    Cues(ScannedText scanned) {
        this(scanned.raw(), CueMatches.of(scanned));
    }

    private Cues(String raw, List<Match> cues) {
        this.raw = raw;
        this.byStart = cues.stream().filter(cue -> !of(cue).counted()).toList();
        this.counted = cues.stream().filter(cue -> of(cue).counted()).toList();
        this.byEnd = byStart.stream().sorted(Comparator.comparingInt(Match::end)).toList();
        this.inOrder = new ListsInOrder(raw, this).items();
    }

    /// Of a text that nobody looked for channels in.
    static Cues none() {
        return new Cues("", List.of());
    }

    static Cue of(Match match) {
        return ((Target.OfCue) match.target()).cue();
    }

    List<Match> inTextOrder() {
        return byStart;
    }

    /// Whether a channel is named whose members have names.
    boolean nameChannelWithNames() {
        return byStart.stream().anyMatch(cue -> HandleContacts.channelWithNames(cue).isPresent());
    }

    /// Whether the number that begins at the raw offset is none to call: right behind `Passport
    /// no.`, and no word for a telephone or channel nearer.
    boolean isCounted(int rawStart) {
        int last = countEndingBy(counted, rawStart) - 1;
        if (last < 0 || rawStart - counted.get(last).end() > MAX_COUNTED) {
            return false;
        }
        int end = counted.get(last).end();
        return raw.substring(end, rawStart)
                        .chars()
                        .noneMatch(c -> c == '\n' || Character.isDigit(c))
                && before(rawStart).filter(cue -> cue.start() >= end).isEmpty();
    }

    /// Whether a telephone or messenger is named in the sentence of what stands between the
    /// offsets.
    boolean isNamedInSentence(int rawStart, int rawEnd) {
        for (int i = countStartingBefore(Math.max(0, rawStart - REACH_IN_SENTENCE));
                i < byStart.size() && byStart.get(i).start() < rawEnd + REACH_IN_SENTENCE;
                i++) {
            Match cue = byStart.get(i);
            boolean named = isMessenger(cue) || of(cue).isFor(ContactKind.PHONE);
            if (named
                    && !SentenceEnds.isBetween(raw, cue.end(), rawStart)
                    && !SentenceEnds.isBetween(raw, rawEnd, cue.start())) {
                return true;
            }
        }
        return false;
    }

    /// The last cue shortly before the raw offset.
    Optional<Match> before(int rawAt) {
        return before(rawAt, MAX_GAP);
    }

    /// The last cue before the raw offset that ends no further away.
    Optional<Match> before(int rawAt, int reach) {
        int last = countEndingBy(byEnd, rawAt) - 1;
        return last < 0 || rawAt - byEnd.get(last).end() > reach
                ? Optional.empty()
                : Optional.of(byEnd.get(last));
    }

    /// The last cue shortly before the raw offset and those named together with it, nearest first.
    List<Match> allBefore(int rawAt) {
        List<Match> together = new ArrayList<>();
        before(rawAt).ifPresent(together::add);
        for (int i = countEndingBy(byEnd, rawAt) - 2;
                !together.isEmpty() && i >= 0 && together.size() < MAX_TOGETHER;
                i--) {
            if (!ChannelJoints.areJoined(raw, byEnd.get(i).end(), together.getLast().start())) {
                break;
            }
            together.add(byEnd.get(i));
        }
        return withChannelBefore(together);
    }

    /// By where they begin in the raw text, the names and numbers of lists that follow their
    /// channels in the same order, with the channel of each.
    Map<Integer, Match> inOrder() {
        return inOrder;
    }

    /// The cues that name a number's channels: in brackets behind it, before it, behind it.
    ///
    /// @param ofAnother which of those before it are another number's
    List<Match> beside(int rawStart, int rawEnd, ContactList contacts, Predicate<Match> ofAnother) {
        Match own = inOrder.get(rawStart);
        if (own != null) {
            return List.of(own);
        }
        List<Match> labelled = NumberLabel.cuesOf(raw, rawStart, this, contacts);
        List<Match> led =
                labelled.isEmpty()
                        ? withoutUnanswered(ledFrom(allBefore(rawStart), rawStart, contacts))
                        : labelled;
        List<Match> before = withoutOrnaments(led).stream().filter(ofAnother.negate()).toList();
        List<Match> after = allAfter(rawEnd);
        if (AlsoCalled.isOnly(after, raw, rawEnd)) {
            return after;
        }
        if (before.stream().anyMatch(Cues::isMessenger)) {
            return callBehind(rawEnd)
                    .map(call -> Stream.concat(before.stream(), Stream.of(call)).toList())
                    .orElse(before);
        }
        return Stream.concat(before.stream(), after.stream()).toList();
    }

    /// `📲 WhatsApp`: without the pictures that adorn a messenger's name.
    private List<Match> withoutOrnaments(List<Match> before) {
        return before.stream()
                .filter(cue ->
                        hasLetters(cue)
                                || before.stream()
                                        .noneMatch(next ->
                                                isMessenger(next)
                                                        && hasLetters(next)
                                                        && next.start() >= cue.end()
                                                        && raw.substring(cue.end(), next.start())
                                                                .isBlank()))
                .toList();
    }

    private boolean hasLetters(Match cue) {
        return raw.substring(cue.start(), cue.end()).chars().anyMatch(Character::isLetter);
    }

    /// `If there is no answer on WhatsApp, call 012 …`: only the call, where a condition before the
    /// messenger says that nobody answers there.
    private List<Match> withoutUnanswered(List<Match> before) {
        if (before.size() < 2 || !of(before.getFirst()).calls()) {
            return before;
        }
        int start = before.getLast().start();
        int from = start;
        while (from > 0 && start - from < CONDITION && !SentenceEnds.isAt(raw, from - 1)) {
            from--;
        }
        return NoAnswer.isCondition(raw.substring(from, start))
                ? before.stream().filter(cue -> !isMessenger(cue)).toList()
                : before;
    }

    /// None where they have led to something else.
    private static List<Match> ledFrom(List<Match> before, int rawStart, ContactList contacts) {
        int from = before.isEmpty() ? rawStart : before.getFirst().end();
        return contacts.isTaken(from, rawStart) ? List.of() : before;
    }

    /// `WA 0812 …, bisa telp juga`: that a messenger's number may be called as well.
    private Optional<Match> callBehind(int rawEnd) {
        int next = countStartingBefore(rawEnd);
        while (next < byStart.size()
                && of(byStart.get(next)).isFor(ContactKind.PHONE)
                && !of(byStart.get(next)).calls()) {
            next++; // `or call this number`
        }
        return next == byStart.size()
                ? Optional.empty()
                : Optional.of(byStart.get(next))
                        .filter(cue -> of(cue).calls() && cue.start() - rawEnd <= MAX_GAP)
                        .filter(cue -> !SentenceEnds.isBetween(raw, rawEnd, cue.start()))
                        .filter(cue ->
                                raw.substring(rawEnd, cue.start())
                                        .chars()
                                        .noneMatch(Character::isDigit))
                        .filter(cue -> !leadsToNumber(cue))
                        .filter(cue -> AlsoCalled.isAllowed(cue, raw, rawEnd));
    }

    /// Whether another number follows shortly: `0300 … or call Malik sahib on 0321 …`.
    private boolean leadsToNumber(Match cue) {
        int end = Math.min(raw.length(), cue.end() + MAX_LED_OVER);
        return CueLead.isAt(raw, cue.end())
                || raw.substring(cue.end(), end).chars().anyMatch(Character::isDigit);
    }

    /// The same of a number that hides, before which more is said: where no messenger is named
    /// beside it, the one that its sentence names before a colon. `WA pe msg karo, number likh raha
    /// hu: nau aath …`.
    List<Match> leadingTo(int rawStart, int rawEnd, ContactList contacts) {
        List<Match> beside = beside(rawStart, rawEnd, contacts, _ -> false);
        if (beside.stream().anyMatch(cue -> isMessenger(cue) || of(cue).calls())) {
            return beside;
        }
        for (int i = countEndingBy(byEnd, rawStart) - 1;
                i >= 0 && rawStart - byEnd.get(i).end() <= FURTHEST;
                i--) {
            Match cue = byEnd.get(i);
            if (isMessenger(cue)) {
                int from = cue.end();
                boolean leads =
                        isBeforeColon(from, rawStart)
                                && !contacts.isTaken(from, rawStart)
                                && !BehindNumber.isDeniedFrom(raw, from);
                return leads ? Stream.concat(Stream.of(cue), beside.stream()).toList() : beside;
            }
            if (of(cue).calls()) {
                return beside; // where to call, and not where to write
            }
        }
        return beside;
    }

    /// Whether words of one sentence stand between the places, none of which says that nobody
    /// answers, and then a colon.
    private boolean isBeforeColon(int from, int to) {
        int colon = to - 1;
        while (colon > from && to - colon <= MAX_BEHIND_COLON && !isColon(raw.charAt(colon))) {
            colon--;
        }
        String between = raw.substring(from, Math.max(from, to));
        return colon >= from
                && isColon(raw.charAt(colon))
                && !SentenceEnds.isBetween(raw, from, to)
                && between.chars().noneMatch(c -> c == '\n' || c == '@' || Character.isDigit(c))
                && !NoAnswer.isIn(between);
    }

    static boolean isColon(char c) {
        return c == ':' || c == '：' || c == '፦' || c == '→' || c == '՝';
    }

    /// `WhatsApp पर संपर्क करें`, `왓츠앱으로 연락`: a word that only asks for contact leads on from the
    /// channel named shortly before it. `Anruf genügt, auch per WhatsApp`: a call is another way.
    private List<Match> withChannelBefore(List<Match> together) {
        if (together.isEmpty()) {
            return together;
        }
        Match first = together.getLast();
        int before = countEndingBy(byEnd, first.start()) - 1;
        if (before < 0) {
            return together;
        }
        Match cue = byEnd.get(before);
        boolean leads =
                together.stream().anyMatch(Cues::isMessenger)
                        ? of(cue).calls()
                                && isMessenger(first)
                                && AlsoCalled.isAnotherWay(raw, cue.end(), first.start())
                        : isMessenger(cue) && leadsOver(cue, first.start());
        if (!leads) {
            return together;
        }
        List<Match> all = new ArrayList<>(together);
        all.add(cue);
        return all;
    }

    /// Whether nothing but a few words of the same clause stands between a cue and `start`.
    private boolean leadsOver(Match cue, int start) {
        if (start - cue.end() > MAX_LED_OVER) {
            return false;
        }
        for (int i = cue.end(); i < start; i++) {
            char c = raw.charAt(i);
            if (Character.isDigit(c) || ".,;!?\n。，、；！？@/|()（）".indexOf(c) >= 0) {
                return false;
            }
        }
        String between = raw.substring(cue.end(), start);
        return !NoAnswer.isIn(between)
                && NO_LETTERS.splitAsStream(LowerCase.of(between)).noneMatch(NEITHER::contains);
    }

    /// The cues that stand wholly between the offsets, in text order.
    List<Match> between(int from, int to) {
        List<Match> between = new ArrayList<>();
        for (int i = countStartingBefore(from);
                i < byStart.size() && byStart.get(i).start() < to;
                i++) {
            if (byStart.get(i).end() <= to) {
                between.add(byStart.get(i));
            }
        }
        return between;
    }

    /// The cues that name channels together with this one, itself first: `텔/카톡 동일`.
    List<Match> togetherWith(Match cue) {
        List<Match> together = new ArrayList<>(List.of(cue));
        int start = cue.start();
        for (int i = countEndingBy(byEnd, start) - 1;
                i >= 0
                        && together.size() < MAX_TOGETHER
                        && ChannelJoints.areJoined(raw, byEnd.get(i).end(), start);
                i--) {
            together.add(byEnd.get(i));
            start = byEnd.get(i).start();
        }
        return together;
    }

    /// The cues that follow this one and name channels together with it.
    List<Match> listedAfter(Match cue) {
        List<Match> together = new ArrayList<>();
        int end = cue.end();
        for (int i = countStartingBefore(end);
                i < byStart.size()
                        && together.size() < MAX_TOGETHER
                        && ChannelJoints.areJoined(raw, end, byStart.get(i).start());
                i++) {
            together.add(byStart.get(i));
            end = byStart.get(i).end();
        }
        return together;
    }

    /// The cues that follow at once after the raw offset, with nothing behind them that they lead
    /// to.
    List<Match> allAfter(int rawAt) {
        List<Match> together = new ArrayList<>();
        for (int i = countStartingBefore(rawAt);
                i < byStart.size() && together.size() < MAX_TOGETHER;
                i++) {
            Match cue = byStart.get(i);
            if (BehindNumber.isDeniedFrom(raw, cue.end())) {
                break;
            }
            boolean follows =
                    together.isEmpty()
                            ? BehindNumber.leadsTo(raw, rawAt, cue.start())
                            : ChannelJoints.areJoined(raw, together.getLast().end(), cue.start());
            if (!follows) {
                break;
            }
            together.add(cue);
        }
        while (!together.isEmpty() && CueLead.isAt(raw, together.getLast().end())) {
            Match last = together.removeLast();
            boolean apart =
                    !together.isEmpty()
                            && (isParted(together.getLast().end(), last.start())
                                    || of(together.getLast()).channel().isEmpty()
                                    || (of(together.getLast()).isFor(ContactKind.WHATSAPP)
                                            && CueLead.isNameAt(raw, last.end())));
            if (!apart) {
                return List.of();
            }
        }
        return together;
    }

    /// Whether a bracket or a part of the sentence ends between the two: `… 345（微信同号） QQ：…`, `… 345
    /// WhatsApp, TG @…`.
    private boolean isParted(int from, int to) {
        for (int i = from; i < to; i++) {
            if (")）]】」,;，،、|၊។".indexOf(raw.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether a cue covers the raw text between the offsets.
    boolean covers(int rawStart, int rawEnd) {
        return endAt(rawStart) >= rawEnd;
    }

    /// The cue that starts at the raw offset.
    Optional<Match> at(int rawStart) {
        int i = countStartingBefore(rawStart);
        return i < byStart.size() && byStart.get(i).start() == rawStart
                ? Optional.of(byStart.get(i))
                : Optional.empty();
    }

    /// The end of the cue that starts at the raw offset; the offset where none does.
    int endAt(int rawStart) {
        return at(rawStart).map(Match::end).orElse(rawStart);
    }

    /// Whether it names a bank, or a network whose names are none of ours.
    static boolean isOfOthers(Match match) {
        return of(match).channel().filter(kind -> kind != ContactKind.BANK).isEmpty();
    }

    static boolean isMessenger(Match match) {
        return of(match).isMessenger();
    }

    private static int countEndingBy(List<Match> matches, int rawAt) {
        int low = 0;
        int high = matches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (matches.get(middle).end() <= rawAt) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int countStartingBefore(int rawAt) {
        int low = 0;
        int high = byStart.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byStart.get(middle).start() < rawAt) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
