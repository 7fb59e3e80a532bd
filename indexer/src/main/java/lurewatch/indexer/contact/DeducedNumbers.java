package lurewatch.indexer.contact;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.text.View;

/// Takes telephone numbers that stand otherwise in the text than they are dialled, and that only
/// what the text says of them makes one: backwards, in parts, with a hole. All that speaks for such
/// a reading is that a plan which the text tells knows the number as a person's.
final class DeducedNumbers {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 16;

    /// How often the plans are asked: no ad disguises so many numbers.
    private static final int MAX_ASKED = 80;

    private final View view;
    private final View folded;
    private final String raw;
    private final Cues cues;
    private final PlacedRegions regions;
    private final ContactList contacts;
    private int asked;

    DeducedNumbers(ScannedText scanned, Cues cues, PlacedRegions regions, ContactList contacts) {
        this.view = scanned.views().cased();
        this.folded = scanned.views().folded();
        this.raw = scanned.raw();
        this.cues = cues;
        this.regions = regions;
        this.contacts = contacts;
    }

    static void findIn(
            ScannedText scanned, Cues cues, PlacedRegions regions, ContactList contacts) {
        var numbers = new DeducedNumbers(scanned, cues, regions, contacts);
        View folded = scanned.views().folded();
        DialogueNumbers.findIn(folded.text(), numbers);
        if (!ShownDigits.areEnough(scanned.views().cased().text())) {
            NumberParts.findIn(folded, numbers);
            return;
        }
        ReversedNumbers.findIn(folded, numbers);
        HoledNumbers.findIn(folded.text(), numbers);
        PicturedNumbers.findIn(numbers);
        InterruptedNumbers.findIn(numbers);
        JunkInNumbers.findIn(numbers);
        NumberParts.findIn(folded, numbers);
        NumbersAsPrices.findIn(folded, numbers);
        NumbersWithCodes.findIn(folded, numbers);
        if (!cues.inTextOrder().isEmpty()) {
            LetteredNumbers.findIn(folded.text(), numbers);
        }
    }

    View view() {
        return view;
    }

    /// Where in the raw text what stands there in the folded one begins.
    int rawOfFolded(int index) {
        return index < folded.length() ? folded.rawStart(index) : raw.length();
    }

    /// The first messenger named behind the place and no further away; none where none is.
    List<Match> channelBehind(int rawFrom, int reach) {
        return cues.inTextOrder().stream()
                .filter(Cues::isMessenger)
                .filter(cue -> cue.start() >= rawFrom && cue.start() - rawFrom <= reach)
                .limit(1)
                .toList();
    }

    /// The cues that name the channels of what stands between two places of the view; of what the
    /// text says of it before, those.
    ///
    /// @param saidAt where the words begin that tell how it is to be read
    List<Match> named(int start, int end, int saidAt) {
        List<Match> beside = cues.leadingTo(view.rawStart(start), view.rawEnd(end), contacts);
        return !beside.isEmpty() || saidAt >= start
                ? beside
                : cues.allBefore(view.rawStart(saidAt));
    }

    /// Nothing between the places is a number as it stands there.
    void take(int start, int end) {
        contacts.take(view.rawStart(start), view.rawEnd(end));
    }

    boolean isTaken(int start, int end) {
        return contacts.isFull()
                || contacts.isTaken(view.rawStart(start), view.rawEnd(end))
                || cues.isCounted(view.rawStart(start));
    }

    /// Whether such a number is one, by a plan that the text tells.
    boolean isOne(String digits, int start, int end, List<Match> named) {
        return read(digits, start, end, named).isPresent();
    }

    /// Adds the number that stands between the places, if it is one.
    boolean add(String digits, int start, int end, List<Match> named, String how) {
        return add(read(digits, start, end, named), start, end, named, how);
    }

    /// Adds also what no range is known for, of a number that the text names a channel for and that
    /// is as long as those of its language's country: who hides digits by pictures hides a number.
    boolean addHidden(String digits, int start, int end, List<Match> named, String how) {
        Optional<PhoneReading> number =
                read(digits, start, end, named)
                        .or(() ->
                                PhoneReading.channels(named).isEmpty()
                                        ? Optional.empty()
                                        : understood(digits, start, end, named)
                                                .filter(DeducedNumbers::isUsualAtHome));
        return add(number, start, end, named, how);
    }

    private static boolean isUsualAtHome(PhoneReading number) {
        PhoneNumbers.Understood best = number.best();
        return best.range() == PhoneNumbers.Range.UNKNOWN
                && !number.dialled().startsWith("+")
                && number.regions().areOfTheLanguage(best.region())
                && PhoneNumbers.isUsual(best, number.dialled());
    }

    private boolean add(
            Optional<PhoneReading> number, int start, int end, List<Match> named, String how) {
        number.ifPresent(n -> {
            String method = n.method() + ", " + how;
            for (ContactKind kind : n.kinds(named, raw, view.rawEnd(end))) {
                contacts.add(
                        kind,
                        n.valueFor(kind),
                        view,
                        start,
                        end,
                        n.confidence(),
                        method,
                        n.traits(true));
            }
            regions.note(n.best().region());
        });
        return number.isPresent();
    }

    private Optional<PhoneReading> understood(
            String digits, int start, int end, List<Match> named) {
        if (digits.length() < SHORTEST || digits.length() > LONGEST || ++asked > MAX_ASKED) {
            return Optional.empty();
        }
        List<ContactKind> told = PhoneReading.channels(named);
        List<ContactKind> channels = told.isEmpty() ? List.of(ContactKind.PHONE) : told;
        Regions likely = regions.at(view.rawStart(start), view.rawEnd(end));
        return PhoneReading.of(digits, channels, likely);
    }

    private Optional<PhoneReading> read(String digits, int start, int end, List<Match> named) {
        return understood(digits, start, end, named)
                .filter(n -> n.best().range() == PhoneNumbers.Range.PERSONAL)
                .filter(n ->
                        n.dialled().startsWith("+")
                                || (n.regions().areToldBy(n.best().region())
                                        && (PhoneNumbers.isUsual(n.best(), digits)
                                                || n.regions()
                                                        .areOfTheLanguage(n.best().region()))));
    }
}
