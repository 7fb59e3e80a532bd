package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/// Cuts the prose of a page into passages while it is written, and lets each vote for the frames
/// around it: running text speaks for its frame, a list of links does not.
final class Passages {
    private static final int MOST = 20_000;

    /// A passage with a larger share of links is a list of links.
    private static final double MOSTLY_TEXT = 0.4;

    /// Shorter passages are labels.
    private static final int RUNNING = 40;

    private final Prose prose;
    private final List<Passage> ended = new ArrayList<>();
    private int start;
    private int linked;
    private boolean holdsContact;
    private @Nullable Element owner;
    private int allVotes;

    Passages(Prose prose) {
        this.prose = prose;
    }

    List<Passage> all() {
        return Collections.unmodifiableList(ended);
    }

    /// Words were written, so many of their characters in a link.
    void grow(Node words, int charactersInLink) {
        if (owner == null) {
            owner = blockAround(words);
        }
        linked += charactersInLink;
    }

    /// The passage has a contact link, so its links speak for it.
    void holdContact() {
        holdsContact = true;
    }

    /// Ends the passage, if anything stands in it, and begins the next.
    void end(@Nullable Frame frame) {
        int end = prose.lineEnd();
        if (end > start && owner != null && ended.size() < MOST) {
            add(end, holdsContact ? 0 : linked, owner, frame);
        }
        prose.endLine();
        start = prose.length();
        linked = 0;
        holdsContact = false;
        owner = null;
    }

    /// Finds the frames that hold too much running text to be one, once all have voted.
    void settle() {
        for (Passage passage : ended) {
            Frame.settle(passage.frame(), allVotes);
        }
    }

    private void add(int end, int links, Element block, @Nullable Frame frame) {
        int votes = votes(end, links);
        Frame.count(frame, votes);
        allVotes += votes;
        ended.add(new Passage(start, end, links, votes, block, frame, holdsContact));
    }

    private int votes(int end, int links) {
        int length = end - start;
        if (links > length * MOSTLY_TEXT) {
            return 0;
        }
        int votes = length - links;
        for (int i = start; i < end; i++) {
            if (prose.charAt(i) >= 0xE00) {
                votes++;
            }
        }
        return votes < RUNNING ? 0 : votes;
    }

    private static @Nullable Element blockAround(Node node) {
        Node parent = node.parent();
        while (parent instanceof Element element
                && !element.isBlock()
                && element.parent() != null) {
            parent = element.parent();
        }
        return parent instanceof Element element ? element : null;
    }
}
