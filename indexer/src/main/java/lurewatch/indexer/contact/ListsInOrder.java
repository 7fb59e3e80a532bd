package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.scan.Cue;
import lurewatch.indexer.scan.Match;

/// Channels that are named one after the other, with as many names and numbers behind them in the
/// same order: `Line/Tele/WA: name01 / @name_01 / +66 …`.
final class ListsInOrder {
    /// How many characters of a list are read.
    private static final int LONGEST = 160;

    /// Between the channels and the first of their names.
    private static final Pattern LEADING = Pattern.compile("[ \\t]{0,2}[:：=→>-]{1,3}\\s{0,2}");

    private static final Pattern ITEM =
            Pattern.compile("@?[A-Za-z0-9][A-Za-z0-9._-]{3,39}|\\+?[(]?\\d[\\d ().-]{6,20}\\d");

    private static final Pattern JOINT = Pattern.compile("\\s{0,2}[/|,、]\\s{0,2}");

    /// By where in the raw text a name or number begins, the channel that it is of.
    private final Map<Integer, Match> byStart = new HashMap<>();

    ListsInOrder(String raw, Cues cues) {
        int end = 0;
        for (Match cue : cues.inTextOrder()) {
            if (cue.start() < end || !Cues.isMessenger(cue)) {
                continue;
            }
            List<Match> channels = new ArrayList<>(List.of(cue));
            channels.addAll(cues.listedAfter(cue));
            end = channels.getLast().end();
            if (channels.size() > 1 && areDistinct(channels)) {
                read(raw, channels);
            }
        }
    }

    private static boolean areDistinct(List<Match> channels) {
        return channels.stream().allMatch(Cues::isMessenger)
                && channels.stream().map(Cues::of).map(Cue::channel).distinct().count()
                        == channels.size();
    }

    private void read(String raw, List<Match> channels) {
        int from = channels.getLast().end();
        int last = Math.min(raw.length(), from + LONGEST);
        Matcher leading = LEADING.matcher(raw).region(from, last);
        if (!leading.lookingAt()) {
            return;
        }
        Map<Integer, Match> items = new HashMap<>();
        boolean named = false;
        int at = leading.end();
        for (Match channel : channels) {
            Matcher item = ITEM.matcher(raw).region(at, last);
            if (!item.lookingAt() || !fits(item.group(), channel)) {
                return;
            }
            named |= !isNumber(item.group());
            items.put(item.start(), channel);
            Matcher joint = JOINT.matcher(raw).region(item.end(), last);
            at = joint.lookingAt() ? joint.end() : item.end();
            if (at == item.end() && items.size() < channels.size()) {
                return;
            }
        }
        if (named) { // of numbers alone each may be of all the channels
            byStart.putAll(items);
        }
    }

    /// Whether it can be nothing but a name, or a number of a channel that is found by number.
    private static boolean fits(String item, Match channel) {
        return isNumber(item)
                ? isByNumber(channel)
                : item.startsWith("@")
                        || item.indexOf('_') >= 0
                        || item.chars().anyMatch(Character::isDigit);
    }

    private static boolean isNumber(String item) {
        return item.chars().noneMatch(Character::isLetter);
    }

    private static boolean isByNumber(Match channel) {
        return Cues.of(channel)
                .channel()
                .filter(kind ->
                        PhoneReading.isFoundByNumber(kind)
                                || kind == ContactKind.QQ
                                || kind == ContactKind.BAT)
                .isPresent();
    }

    /// The places in the raw text where such names and numbers begin.
    Map<Integer, Match> items() {
        return byStart;
    }
}
