package lurewatch.indexer.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

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
    static final int LONGEST = 40;

    private static final int SHORTEST_SENTENCE = 12;
    private static final int SHORTEST_CONTACT = 6;
    private static final int SENTENCES = 12;

    private final Set<Trace> traces = new LinkedHashSet<>();
    private final Set<String> texts = new HashSet<>();
    private final Set<String> tooShort = new HashSet<>();
    private int tooMany;

    List<Trace> all() {
        return new ArrayList<>(traces);
    }

    /// What would be known again by it, and is not looked for.
    Unsought unsought() {
        return new Unsought(tooShort.size(), tooMany);
    }

    void add(AssessedPosting posting) {
        for (Contact contact : posting.assessment().contacts()) {
            addWhole(Kind.CONTACT, contact.value(), SHORTEST_CONTACT);
            addWhole(Kind.CONTACT, contact.name(), SHORTEST_CONTACT);
            addWhole(Kind.CONTACT, contact.raw(), SHORTEST_CONTACT);
        }
        posting.posting().author().ifPresent(this::addName);
        posting.posting().employer().ifPresent(this::addName);
        addWhole(Kind.TITLE, posting.posting().title(), SHORTEST_SENTENCE);
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
        } else {
            tooMany++;
        }
    }

    /// Two characters of Chinese or Korean are as many bytes as six letters, and a whole name.
    private void addName(String name) {
        String stripped = name.strip();
        if (stripped.getBytes(UTF_8).length < TraceFinder.WINDOW) {
            addWhole(Kind.NAME, stripped, Integer.MAX_VALUE);
        } else {
            addWhole(Kind.NAME, stripped, 0);
        }
    }

    /// Something that is known as a whole; where it is too short for that, it is said.
    private void addWhole(Kind kind, String text, int shortest) {
        String stripped = text.strip();
        if (!stripped.isEmpty() && stripped.length() < shortest) {
            tooShort.add(stripped);
        }
        add(kind, stripped, shortest);
    }

    private boolean add(Kind kind, String text, int shortest) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() < shortest) {
            return false;
        }
        if (traces.size() >= MOST) {
            tooMany++;
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
