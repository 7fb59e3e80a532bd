package lurewatch.indexer.erasure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lurewatch.indexer.AssessedPosting;
import lurewatch.indexer.Block;
import lurewatch.indexer.Capture;
import lurewatch.indexer.Contact;
import lurewatch.indexer.erasure.Trace.Kind;

/// Gathers by what the content of captures and postings would be known again. Bounded: of very many
/// captures some traces do.
final class Traces {
    /// Far more than any single erasure has; those of a retention may.
    private static final int MOST = 20_000;

    /// Short enough to stand on one page of a database, long enough to stand nowhere by chance.
    private static final int LONGEST = 40;

    private static final int SHORTEST_SENTENCE = 12;
    private static final int SHORTEST_CONTACT = 6;
    private static final int SENTENCES = 12;

    private final Set<Trace> traces = new LinkedHashSet<>();
    private final Set<String> texts = new HashSet<>();

    List<Trace> all() {
        return new ArrayList<>(traces);
    }

    void add(AssessedPosting posting) {
        for (Contact contact : posting.assessment().contacts()) {
            add(Kind.CONTACT, contact.value(), SHORTEST_CONTACT);
            add(Kind.CONTACT, contact.name(), SHORTEST_CONTACT);
            add(Kind.CONTACT, contact.raw(), SHORTEST_CONTACT);
        }
        add(Kind.TITLE, posting.posting().title(), SHORTEST_SENTENCE);
        int sentences = 0;
        for (Block block : posting.posting().blocks()) {
            for (String sentence : block.text().split("[.!?。！？\\n\"\\\\]+", -1)) {
                if (sentences < SENTENCES && add(Kind.SENTENCE, sentence, SHORTEST_SENTENCE)) {
                    sentences++;
                }
            }
        }
    }

    void add(Capture capture) {
        add(Kind.DIGEST, capture.payloadDigest().hex(), 0);
        add(Kind.DIGEST, capture.recordDigest().hex(), 0);
    }

    void addAddress(String url) {
        if (traces.size() < MOST) {
            traces.add(new Trace(Kind.ADDRESS, url)); // whole: a part of one names many
        }
    }

    private boolean add(Kind kind, String text, int shortest) {
        String stripped = text.strip();
        if (stripped.length() < shortest || traces.size() >= MOST) {
            return false;
        }
        int end = Math.min(stripped.length(), kind == Kind.DIGEST ? 64 : LONGEST);
        if (Character.isHighSurrogate(stripped.charAt(end - 1))) {
            end--;
        }
        String kept = stripped.substring(0, end);
        return texts.add(kept) && traces.add(new Trace(kind, kept));
    }
}
