package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Parts;
import lurewatch.indexer.scan.ScannedText;

/// Lines that warn of impostors, in a text that is mostly about something else.
final class Notices {
    private static final String IMPOSTOR = "impostor";

    /// How much of the text such lines may be.
    private static final int AT_MOST_ONE_IN = 4;

    private Notices() {}

    /// In text order; none where they are much of the text.
    static List<Parts.Span> in(ScannedText scanned) {
        String raw = scanned.raw();
        List<Parts.Span> lines = new ArrayList<>();
        int end = 0;
        int length = 0;
        List<Match> words =
                WordGroups.in(scanned, IMPOSTOR).stream()
                        .sorted(Comparator.comparingInt(Match::start))
                        .toList();
        for (Match word : words) {
            if (word.start() < end) {
                continue; // of the line before
            }
            Parts.Span line = lineOf(raw, word);
            end = line.end();
            length += line.end() - line.start();
            lines.add(line);
        }
        return length * AT_MOST_ONE_IN <= raw.length() ? List.copyOf(lines) : List.of();
    }

    private static Parts.Span lineOf(String raw, Match word) {
        int feed = raw.indexOf('\n', word.end());
        return new Parts.Span(
                raw.lastIndexOf('\n', word.start()) + 1, feed < 0 ? raw.length() : feed);
    }
}
