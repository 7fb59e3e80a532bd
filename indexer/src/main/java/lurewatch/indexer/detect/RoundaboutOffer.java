package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lurewatch.indexer.Contact;
import lurewatch.indexer.rules.ContextWord;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Matches;
import lurewatch.indexer.scan.Parts;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Target;

/// What those offer who name neither work nor place nor pay: a way out of trouble, much to come
/// home with, somewhere else, at somebody's expense, for talking to strangers. Three of these
/// before one messenger, mobile or request for a private message, and among them the trouble or the
/// talk, which stand in no offer of a journey or a room.
final class RoundaboutOffer {
    private static final String SIGNAL = "roundabout_offer";
    private static final List<String> GROUPS =
            List.of("hardship", "gain", "away", "talk", "invite");
    private static final Set<String> TELLING = Set.of("hardship", "talk");
    private static final int FEWEST = 3;

    /// What lawyers, schools and travellers say of themselves; no sentence of theirs counts.
    private static final String TRADE = "trade";

    /// Without these it is what agencies promise, too, who send people abroad to study.
    private static final Set<String> CALLING = Set.of("talk", "invite");

    private static final double OF_PROMISE = 0.7;

    /// How far from the contact the words may stand.
    private static final int BEFORE = 400;

    private static final int AFTER = 80;

    /// A dump of a board may have thousands.
    private static final int MOST_REQUESTS = 16;

    private final Rules rules;

    RoundaboutOffer(Rules rules) {
        this.rules = rules;
    }

    void findIn(ScannedText scanned, List<Contact> contacts, Findings findings) {
        List<Parts.Span> answers = answers(scanned, contacts);
        if (answers.isEmpty()) {
            return;
        }
        WordGroups.Near trade = new WordGroups.Near(scanned.raw(), WordGroups.in(scanned, TRADE));
        List<Match> words =
                scanned.matches().stream()
                        .filter(match -> GROUPS.contains(groupOf(match)))
                        .filter(match -> trade.inSentenceOf(match, _ -> true).isEmpty())
                        .sorted(Matches.IN_TEXT_ORDER)
                        .toList();
        if (words.size() < FEWEST) {
            return;
        }
        int from = 0;
        for (Parts.Span answer : answers) {
            while (from < words.size() && words.get(from).start() < answer.start() - BEFORE) {
                from++;
            }
            List<Match> told = oneOfEachGroup(words.subList(from, words.size()), answer);
            if (told.size() >= FEWEST
                    && told.stream().anyMatch(word -> TELLING.contains(groupOf(word)))) {
                double weight =
                        rules.signal(SIGNAL).weight()
                                * (told.stream().anyMatch(w -> CALLING.contains(groupOf(w)))
                                        ? 1
                                        : OF_PROMISE);
                told.forEach(word -> findings.add(SIGNAL, weight, scanned.quote(word)));
                return;
            }
        }
    }

    /// Where messengers and mobiles stand, in text order; where none does, what asks for a private
    /// message; and where no contact is named at all, the ends of lines: an answer stands below.
    private static List<Parts.Span> answers(ScannedText scanned, List<Contact> contacts) {
        List<Parts.Span> live =
                contacts.stream()
                        .filter(c -> c.isInText() && LiveContacts.isLive(c))
                        .map(c -> new Parts.Span(c.start(), c.end()))
                        .sorted(Comparator.comparingInt(Parts.Span::start))
                        .toList();
        if (!live.isEmpty()) {
            return live;
        }
        List<Parts.Span> asked =
                WordGroups.in(scanned, WordGroups.PRIVATELY).stream()
                        .limit(MOST_REQUESTS)
                        .map(word -> new Parts.Span(word.start(), word.end()))
                        .toList();
        return Answers.areNone(contacts)
                ? Stream.concat(asked.stream(), lineEnds(scanned.raw()).stream())
                        .sorted(Comparator.comparingInt(Parts.Span::start))
                        .toList()
                : asked;
    }

    private static List<Parts.Span> lineEnds(String text) {
        List<Parts.Span> ends = new ArrayList<>();
        for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
            ends.add(new Parts.Span(feed, feed));
        }
        ends.add(new Parts.Span(text.length(), text.length()));
        return ends;
    }

    /// Of words that overlap the first, so that one thing said is not two.
    private static List<Match> oneOfEachGroup(List<Match> words, Parts.Span answer) {
        List<Match> told = new ArrayList<>();
        for (Match word : words) {
            if (word.start() > answer.end() + AFTER) {
                break;
            }
            boolean near =
                    word.start() >= answer.start() - BEFORE
                            && word.end() <= answer.end() + AFTER
                            && (word.end() <= answer.start() || word.start() >= answer.end());
            if (near
                    && told.stream()
                            .noneMatch(other ->
                                    groupOf(other).equals(groupOf(word))
                                            || word.start() < other.end())) {
                told.add(word);
            }
        }
        return told;
    }

    private static String groupOf(Match match) {
        return match.target() instanceof Target.OfContextWord(ContextWord word) ? word.group() : "";
    }
}
