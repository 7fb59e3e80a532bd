package lurewatch.searchcli.campaigns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.campaign.MaskedText;
import lurewatch.indexer.campaign.MaskedText.Word;

/// The text of a campaign with its slots, and what stood in each.
///
/// The template is the wording that most postings have, as its first posting wrote it; the other
/// wordings differ in more than slots.
///
/// @param pieces in text order; a slot's text is what the first posting has there
/// @param slots by number, from 1, as pieces name them
/// @param copies postings of this wording that were read
public record Template(List<Piece> pieces, List<Slot> slots, int copies) {
    /// Postings whose slots are read: more say nothing new.
    public static final int MOST_READ = 500;

    /// A stretch of the text.
    ///
    /// @param slot its number, or 0 for what every copy has
    public record Piece(String text, int slot) {}

    /// What stood in a slot.
    ///
    /// @param kind contact, number or name
    /// @param variants as written, with the copies that have it, the most frequent first
    public record Slot(int number, String kind, Map<String, Long> variants) {}

    public Template {
        pieces = List.copyOf(pieces);
        slots = List.copyOf(slots);
    }

    /// What postings of one wording, at least one, have in common.
    public static Template of(List<AssessedPosting> copies) {
        AssessedPosting first = copies.getFirst();
        String text = first.posting().text();
        List<Word> words = MaskedText.of(first).words();
        List<Piece> pieces = new ArrayList<>();
        List<Word> slotWords = new ArrayList<>();
        int at = 0;
        for (Word word : words) {
            if (word.slot().isPresent() && word.start() >= at) {
                add(pieces, text.substring(at, word.start()), 0);
                slotWords.add(word);
                add(pieces, text.substring(word.start(), word.end()), slotWords.size());
                at = word.end();
            }
        }
        add(pieces, text.substring(at), 0);
        return new Template(pieces, slots(slotWords, copies), copies.size());
    }

    private static void add(List<Piece> pieces, String text, int slot) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, slot));
        }
    }

    private static List<Slot> slots(List<Word> slotWords, List<AssessedPosting> copies) {
        List<Map<String, Long>> counts = new ArrayList<>();
        slotWords.forEach(_ -> counts.add(new TreeMap<>()));
        for (AssessedPosting copy : copies) {
            String text = copy.posting().text();
            List<Word> found =
                    MaskedText.of(copy).words().stream()
                            .filter(word -> word.slot().isPresent())
                            .toList();
            for (int i = 0; i < Math.min(found.size(), counts.size()); i++) {
                Word word = found.get(i);
                counts.get(i).merge(text.substring(word.start(), word.end()), 1L, Long::sum);
            }
        }
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            slots.add(new Slot(i + 1, kind(slotWords.get(i)), mostFirst(counts.get(i))));
        }
        return slots;
    }

    private static String kind(Word word) {
        String shown = word.text();
        return shown.substring(1, shown.length() - 1);
    }

    private static Map<String, Long> mostFirst(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                (one, _) -> one,
                                LinkedHashMap::new));
    }
}
