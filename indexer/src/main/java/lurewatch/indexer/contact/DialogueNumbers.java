package lurewatch.indexer.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.scan.Match;

/// Numbers that somebody tells piece by piece in a conversation, in which others only say to go on:
/// `Rudi: nomor? / HRD: kosong delapan satu tiga / Rudi: terus / HRD: …`.
final class DialogueNumbers {
    private static final Pattern LINE =
            Pattern.compile("(?<who>[^\\n:：]{1,24})[:：] ?(?<said>[^\\n]{1,200})");

    private static final int MOST_LINES = 200;
    private static final int LEAST_PIECES = 2;
    private static final int LEAST_OF_PIECE = 2;
    private static final int MOST_DIGITS = 15;

    /// Who only says to go on says no more.
    private static final int LONGEST_BETWEEN = 28;

    private final DeducedNumbers numbers;
    private final String text;

    private DialogueNumbers(String folded, DeducedNumbers numbers) {
        this.numbers = numbers;
        this.text = folded;
    }

    private record Line(String who, int start, int end) {}

    private record Piece(SaidDigits digits, String who) {}

    static void findIn(String folded, DeducedNumbers numbers) {
        if (folded.indexOf('\n') >= 0) {
            new DialogueNumbers(folded, numbers).find();
        }
    }

    private void find() {
        List<Piece> pieces = new ArrayList<>();
        for (Line line : lines()) {
            SaidDigits digits = digitsOf(line);
            boolean tells = digits.digits().length() >= LEAST_OF_PIECE;
            if (tells && (pieces.isEmpty() || pieces.getLast().who().equals(line.who()))) {
                pieces.add(new Piece(digits, line.who()));
            } else if (tells || line.end() - line.start() > LONGEST_BETWEEN) {
                put(pieces);
                pieces.clear();
                if (tells) {
                    pieces.add(new Piece(digits, line.who()));
                }
            }
        }
        put(pieces);
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Matcher line = LINE.matcher(text);
        int start = 0;
        while (start < text.length() && lines.size() < MOST_LINES) {
            if (line.region(start, text.length()).lookingAt()) {
                lines.add(new Line(line.group("who").strip(), line.start("said"), line.end()));
            }
            int end = text.indexOf('\n', start);
            start = end < 0 ? text.length() : end + 1;
        }
        return lines;
    }

    /// The digits that begin what is said, over commas.
    private SaidDigits digitsOf(Line line) {
        StringBuilder all = new StringBuilder();
        int i = line.start();
        int end = i;
        while (i < line.end() && all.length() <= MOST_DIGITS) {
            SaidDigits digits = SaidDigits.at(text, i);
            if (digits.digits().isEmpty() || digits.end() > line.end()) {
                break;
            }
            all.append(digits.digits());
            end = digits.end();
            i = end;
            while (i < line.end() && " ,-".indexOf(text.charAt(i)) >= 0) {
                i++;
            }
        }
        return new SaidDigits(all.toString(), line.start(), end);
    }

    private void put(List<Piece> pieces) {
        if (pieces.size() < LEAST_PIECES) {
            return;
        }
        StringBuilder number = new StringBuilder();
        pieces.forEach(piece -> number.append(piece.digits().digits()));
        int start = pieces.getFirst().digits().start();
        int end = pieces.getLast().digits().end();
        if (number.length() <= MOST_DIGITS && !numbers.isTaken(start, end)) {
            List<Match> named = numbers.named(start, end, 0);
            if (numbers.add(number.toString(), start, end, named, "told in pieces")) {
                numbers.take(start, end);
            }
        }
    }
}
