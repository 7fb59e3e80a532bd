package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lurewatch.indexer.ContactKind;

/// The words in a text that name a channel, found by where they stand.
final class Cues {
    /// How far a name or number may be from its cue: longer gaps lead into other sentences.
    static final int MAX_GAP = 28;

    /// A cue after its number stands right behind it: `0912 345 678 (Zalo)`.
    private static final int MAX_GAP_AFTER = 5;

    /// How many cues may be named together, as in `Call/WhatsApp/Viber`.
    private static final int MAX_TOGETHER = 4;

    private static final int MAX_JOINT = 6;

    /// May stand between a number and the only channel where it answers: `… 345 (only WhatsApp)`.
    private static final Set<String> ONLY =
            Set.of(
                    "only",
                    "just",
                    "on",
                    "via",
                    "chỉ",
                    "hanya",
                    "sirf",
                    "sadece",
                    "só",
                    "solo",
                    "sólo",
                    "apenas",
                    "seulement",
                    "только",
                    "เฉพาะ",
                    "只",
                    "仅",
                    "僅",
                    "केवल",
                    "सिर्फ");

    private static final int MAX_ONLY = 14;
    private static final Set<String> JOINTS =
            Set.of(
                    "or", "and", "&", "hoặc", "và", "atau", "dan", "或", "和", "및", "또는", "o", "e",
                    "или");

    private final String raw;
    private final List<Match> byStart;
    private final List<Match> byEnd;

    Cues(Reading reading) {
        this.raw = reading.raw();
        this.byStart = Matches.longest(reading.cues());
        this.byEnd = byStart.stream().sorted(Comparator.comparingInt(Match::end)).toList();
    }

    static Cue of(Match match) {
        return ((Target.OfCue) match.target()).cue();
    }

    List<Match> inTextOrder() {
        return byStart;
    }

    /// The last cue shortly before the raw offset.
    Optional<Match> before(int rawAt) {
        int last = countEndingBy(rawAt) - 1;
        return last < 0 || rawAt - byEnd.get(last).end() > MAX_GAP
                ? Optional.empty()
                : Optional.of(byEnd.get(last));
    }

    /// The last cue shortly before the raw offset and those named together with it, nearest first.
    List<Match> allBefore(int rawAt) {
        List<Match> together = new ArrayList<>();
        before(rawAt).ifPresent(together::add);
        for (int i = countEndingBy(rawAt) - 2;
                !together.isEmpty() && i >= 0 && together.size() < MAX_TOGETHER;
                i--) {
            if (!areJoined(byEnd.get(i).end(), together.getLast().start())) {
                break;
            }
            together.add(byEnd.get(i));
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
            boolean follows =
                    together.isEmpty()
                            ? follows(rawAt, cue.start())
                            : areJoined(together.getLast().end(), cue.start());
            if (!follows) {
                break;
            }
            together.add(cue);
        }
        return together.isEmpty() || leadsOn(together.getLast().end()) ? List.of() : together;
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

    static boolean isMessenger(Match match) {
        return of(match)
                .channel()
                .filter(kind ->
                        kind != ContactKind.PHONE
                                && kind != ContactKind.BANK
                                && kind != ContactKind.EMAIL)
                .isPresent();
    }

    private boolean areJoined(int end, int start) {
        if (start - end > MAX_JOINT || start < end) {
            return false;
        }
        String joint = raw.substring(end, start);
        return JOINTS.contains(joint.strip())
                || (start - end <= 3 && isOnlySigns(end, start) && joint.indexOf(':') < 0);
    }

    /// Whether only signs, or a word that says "only", stand between a number and a cue.
    private boolean follows(int end, int start) {
        if (start - end <= MAX_GAP_AFTER && isOnlySigns(end, start)) {
            return true;
        }
        if (start - end > MAX_ONLY) {
            return false;
        }
        int word = end;
        while (word < start && !Character.isLetterOrDigit(raw.charAt(word))) {
            word++;
        }
        return isOnlySigns(end, word)
                && ONLY.contains(raw.substring(word, start).strip().toLowerCase(Locale.ROOT));
    }

    private boolean isOnlySigns(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = raw.charAt(i);
            if (Character.isLetterOrDigit(c) || "\n.。!?！？".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether a name or a number of its own follows a cue that ends there.
    private boolean leadsOn(int end) {
        int i = end;
        while (i < raw.length() && i - end < MAX_GAP_AFTER && raw.charAt(i) == ' ') {
            i++;
        }
        if (i == raw.length()) {
            return false;
        }
        char c = raw.charAt(i);
        if (c == ':' || c == '：' || c == '@' || c == '+' || Character.isDigit(c)) {
            return true;
        }
        int start = i;
        while (i < raw.length() && i - start < MAX_GAP && Scripts.isAsciiWord(raw.charAt(i))) {
            if (raw.charAt(i) == '_' || Scripts.isAsciiDigit(raw.charAt(i))) {
                return true;
            }
            i++;
        }
        return false;
    }

    private int countEndingBy(int rawAt) {
        int low = 0;
        int high = byEnd.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byEnd.get(middle).end() <= rawAt) {
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
