package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.List;
import lurewatch.indexer.scan.FewStrings;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.text.Sayings;
import lurewatch.indexer.text.View;
import org.jspecify.annotations.Nullable;

/// Numbers whose parts a text gives with the place of each: `끝 네 자리 0069, 가운데 3100, 앞은 010`, `it
/// ends in 0069 and begins with 0912000`.
final class NumberParts {
    private static final List<String> FIRST =
            NumberWords.folded(Sayings.OF_NUMBERS.words("at-the-front"));

    private static final List<String> MIDDLE =
            NumberWords.folded(Sayings.OF_NUMBERS.words("in-the-middle"));

    private static final List<String> LAST =
            NumberWords.folded(Sayings.OF_NUMBERS.words("at-the-end"));

    private static final FewStrings PLACES = places();

    /// From a word to its digits: ` is everybody's `.
    private static final int REACH = 22;

    private static final int LONGEST_NUMBER = 15;

    /// Parts that stand before the words for their places, as few as that.
    private static final int LEAST_BEHIND = 2;

    /// From such a part's first digit to the word, and from its last.
    private static final int REACH_BEFORE = 40;

    private static final int MAX_GAP_BEHIND = 7;

    /// From one part to the next word.
    private static final int APART = 44;

    private static final int MAX_PLACES = 60;
    private static final int LEAST = 2;
    private static final int MOST = 9;

    /// Only so long a beginning needs no word for its place.
    private static final int LEAST_UNPLACED = 3;

    private final DeducedNumbers numbers;
    private final View folded;
    private final String text;

    private NumberParts(View folded, DeducedNumbers numbers) {
        this.numbers = numbers;
        this.folded = folded;
        this.text = folded.text();
    }

    private enum Position {
        FIRST,
        MIDDLE,
        LAST
    }

    private record Word(Position position, int start, int end) {}

    private record Part(Position position, SaidDigits digits, int start) {
        int end() {
            return digits.end();
        }
    }

    private static FewStrings places() {
        List<String> all = new ArrayList<>(FIRST);
        all.addAll(MIDDLE);
        all.addAll(LAST);
        return FewStrings.of(all);
    }

    static void findIn(View folded, DeducedNumbers numbers) {
        new NumberParts(folded, numbers).find();
    }

    private void find() {
        List<Word> words = words();
        if (words.size() >= LEAST_BEHIND && putBehind(words)) {
            return;
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (!parts.isEmpty() && word.start() - parts.getLast().end() > APART) {
                put(parts);
                parts.clear();
            }
            int to = i + 1 < words.size() ? words.get(i + 1).start() : text.length();
            SaidDigits digits = firstDigits(word.end(), Math.min(to, word.end() + REACH));
            if (digits != null) {
                parts.add(new Part(word.position(), digits, word.start()));
            }
        }
        put(parts);
    }

    /// `siyete siyete ang dulo, sero nuwebe sero otso sa umpisa, limang sero sa gitna`: whether
    /// each part stands before the word for its place, and is put together.
    private boolean putBehind(List<Word> words) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (Word word : words) {
            SaidDigits digits =
                    digitsRightBefore(Math.max(from, word.start() - REACH_BEFORE), word);
            if (digits != null) {
                parts.add(new Part(word.position(), digits, digits.start()));
            } else if (parts.size() < LEAST_BEHIND) {
                parts.clear();
            }
            from = word.end();
        }
        return parts.size() >= LEAST_BEHIND
                && parts.stream().anyMatch(p -> p.position() == Position.FIRST)
                && put(parts);
    }

    /// The digits that end at the word for their place, a word between at most.
    private @Nullable SaidDigits digitsRightBefore(int from, Word word) {
        int i = from;
        while (i < word.start()) {
            SaidDigits digits = SaidDigits.at(text, i);
            if (digits.digits().length() >= LEAST
                    && digits.end() <= word.start()
                    && word.start() - digits.end() <= MAX_GAP_BEHIND) {
                return digits;
            }
            i = Math.max(i + 1, digits.end());
        }
        return null;
    }

    /// Where the text names places in a number, none within another.
    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        PLACES.scan(
                folded,
                (place, start, end) -> {
                    if (words.size() == MAX_PLACES || !isWhole(start, end)) {
                        return;
                    }
                    Position position =
                            place < FIRST.size()
                                    ? Position.FIRST
                                    : place < FIRST.size() + MIDDLE.size()
                                            ? Position.MIDDLE
                                            : Position.LAST;
                    Word word = new Word(position, start, end);
                    if (words.isEmpty() || start >= words.getLast().end()) {
                        words.add(word);
                    } else if (end > words.getLast().end()) {
                        words.set(words.size() - 1, word);
                    }
                });
        return words;
    }

    private boolean isWhole(int start, int end) {
        return (start == 0
                        || !Scripts.isWord(text.charAt(start))
                        || !Scripts.isWord(text.charAt(start - 1)))
                && (end == text.length()
                        || text.charAt(end - 1) >= 0x250
                        || !Scripts.isWord(text.charAt(end)));
    }

    /// Puts the parts together; a beginning may stand right before the others, without a word.
    private boolean put(List<Part> parts) {
        if (parts.isEmpty() || parts.stream().noneMatch(p -> p.position() == Position.LAST)) {
            return false;
        }
        int start = parts.getFirst().start();
        StringBuilder number = new StringBuilder();
        if (parts.stream().noneMatch(p -> p.position() == Position.FIRST)) {
            SaidDigits before = lastDigits(Math.max(0, start - REACH), start);
            if (before == null) {
                return false;
            }
            start = before.start();
            number.append(before.digits());
        }
        for (Position position : Position.values()) {
            for (Part part : parts) {
                if (part.position() == position) {
                    number.append(part.digits().digits());
                }
            }
        }
        int end = parts.getLast().end();
        if (number.length() <= LONGEST_NUMBER && !numbers.isTaken(start, end)) {
            List<Match> named = numbers.named(start, end, start);
            if (numbers.add(number.toString(), start, end, named, "put together")) {
                numbers.take(start, end);
                return true;
            }
        }
        return false;
    }

    /// The first digits between the places that are more than a count.
    private @Nullable SaidDigits firstDigits(int from, int to) {
        int i = from;
        while (i < to) {
            SaidDigits digits = SaidDigits.at(text, i);
            if (digits.digits().length() >= LEAST) {
                return digits.digits().length() <= MOST ? digits : null;
            }
            i = Math.max(i + 1, digits.end());
        }
        return null;
    }

    private @Nullable SaidDigits lastDigits(int from, int to) {
        SaidDigits last = null;
        int i = from;
        while (i < to) {
            SaidDigits digits = SaidDigits.at(text, i);
            if (digits.digits().length() >= LEAST_UNPLACED) {
                last = digits;
            }
            i = Math.max(i + 1, digits.end());
        }
        return last;
    }
}
