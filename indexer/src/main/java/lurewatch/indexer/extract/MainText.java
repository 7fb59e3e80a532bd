package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds the passages that a reader would call the page's text.
///
/// Passages of running text vote, by their length, for every block around them; from the body
/// downwards the child that holds nearly all votes is followed. In the block where the votes part,
/// everything stands that is not frame, not mere links, and no short label of such links ("Related
/// articles").
final class MainText {
    /// A child with this share of the votes is where the text is.
    private static final double DOMINANT = 0.9;

    /// Fewer votes than this are no article: then everything but the frame is kept.
    private static final int SLIGHT = 200;

    private static final int CLIMB = 60;

    /// A passage with a larger share of links is a list of links.
    private static final double MERE_LINKS = 0.6;

    /// A short one with this share names them.
    private static final double PARTLY_LINKS = 0.3;

    /// So many short lines may end a text: whom to write to, where, and when.
    private static final int LAST_LINES = 6;

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private final PageScan scan;
    private final Map<Element, int[]> votes = new HashMap<>();

    private MainText(PageScan scan) {
        this.scan = scan;
    }

    /// The passages of the main text, in page order.
    static List<Passage> of(PageScan scan) {
        return new MainText(scan).passages();
    }

    /// Their text, a line each.
    static String text(PageScan scan, List<Passage> passages) {
        StringBuilder text = new StringBuilder();
        for (Passage passage : passages) {
            text.append(scan.prose.slice(passage)).append('\n');
        }
        text.setLength(Math.max(0, text.length() - 1));
        return text.toString();
    }

    private List<Passage> passages() {
        int total = 0;
        for (Passage passage : scan.passages.all()) {
            int vote = passage.zone() == Zone.CONTENT ? passage.votes() : 0;
            total += vote;
            poll(passage.owner(), vote);
        }
        if (total < SLIGHT) {
            return scan.passages.all().stream().filter(MainText::isContent).toList();
        }
        return within(dominantBlock(total));
    }

    private void poll(Element owner, int vote) {
        Element block = owner;
        for (int i = 0; vote > 0 && block != null && i < CLIMB; i++) {
            votes.computeIfAbsent(block, key -> new int[1])[0] += vote;
            block = block.parent();
        }
    }

    private Element dominantBlock(int total) {
        Element block = scan.passages.all().getFirst().owner();
        while (block.parent() != null) {
            block = block.parent();
        }
        Element next = dominantChild(block, total);
        while (next != null) {
            block = next;
            next = dominantChild(block, total);
        }
        return block;
    }

    private @Nullable Element dominantChild(Element block, int total) {
        for (Element child = block.firstElementChild();
                child != null;
                child = child.nextElementSibling()) {
            int[] held = votes.get(child);
            if (held != null && held[0] >= DOMINANT * total) {
                return isLeaf(child) ? null : child;
            }
        }
        return null;
    }

    /// A paragraph is no container: its neighbours belong to the text as well.
    private static boolean isLeaf(Element element) {
        return switch (element.normalName()) {
            case "p", "li", "td", "blockquote", "pre", "dd", "h1", "h2", "h3", "span", "font" ->
                    true;
            default -> false;
        };
    }

    private List<Passage> within(Element block) {
        List<Passage> all = scan.passages.all();
        int lastRunning = all.size() - 1;
        while (lastRunning > 0 && all.get(lastRunning).votes() == 0) {
            lastRunning--;
        }
        List<Passage> inside = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Passage passage = all.get(i);
            if (isContent(passage)
                    && isInside(passage.owner(), block)
                    && !isLabelOfLinks(i, i > lastRunning)) {
                inside.add(passage);
            }
        }
        return inside;
    }

    /// Whether a short passage belongs to links rather than to the text: it is partly one, or
    /// stands above several, between two, or above one where no text follows. A line that may give
    /// a number, an address or a name for it is kept wherever it stands, and so is the last line of
    /// the text itself.
    private boolean isLabelOfLinks(int index, boolean afterTheText) {
        Passage passage = scan.passages.all().get(index);
        if (passage.votes() > 0 || passage.contact() || mayInform(passage)) {
            return false;
        }
        boolean belongs = afterTheText || isMereLinks(index - 1) || isMereLinks(index + 2);
        return passage.linkShare() >= PARTLY_LINKS
                || (isMereLinks(index + 1) && belongs && !endsText(index));
    }

    /// Whether a line above links ends the text: it goes on in the text's own block, or in one like
    /// the text's beside it, and below is a single bar of links or what stands outside of them.
    private boolean endsText(int index) {
        List<Passage> all = scan.passages.all();
        Element line = all.get(index).owner();
        Element links = all.get(index + 1).owner();
        Element around = line.parent();
        boolean isApart = around != null && !isInside(links, around);
        if (links.equals(line) || (isMereLinks(index + 2) && !isApart)) {
            return false;
        }
        for (int i = index - 1; i >= Math.max(0, index - LAST_LINES); i--) {
            Passage before = all.get(i);
            if (before.linkShare() >= PARTLY_LINKS || !isAlike(before.owner(), line)) {
                return false;
            }
            if (before.votes() > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlike(Element block, Element other) {
        return block.equals(other)
                || (Objects.equals(block.parent(), other.parent())
                        && block.normalName().equals(other.normalName())
                        && !HEADINGS.contains(block.normalName()));
    }

    private boolean mayInform(Passage passage) {
        for (int i = passage.start(); i < passage.end(); i++) {
            char c = scan.prose.charAt(i);
            boolean isColon = (c == ':' || c == '：') && i + 1 < passage.end();
            if (isColon || c == '@' || Character.isDigit(c) || isInAddress(passage, i)) {
                return true;
            }
        }
        return false;
    }

    /// A full stop within a word of several letters, as in `line.me`: no sentence and no initials.
    private boolean isInAddress(Passage passage, int at) {
        return scan.prose.charAt(at) == '.'
                && at - 1 >= passage.start()
                && at + 2 < passage.end()
                && Character.isLetterOrDigit(scan.prose.charAt(at - 1))
                && Character.isLetter(scan.prose.charAt(at + 1))
                && Character.isLetter(scan.prose.charAt(at + 2));
    }

    private boolean isMereLinks(int index) {
        List<Passage> all = scan.passages.all();
        return index >= 0
                && index < all.size()
                && all.get(index).linkShare() >= MERE_LINKS
                && !all.get(index).contact();
    }

    private static boolean isContent(Passage passage) {
        return passage.zone() == Zone.CONTENT
                && (passage.linkShare() < MERE_LINKS || passage.contact());
    }

    private static boolean isInside(Element element, Element block) {
        Element at = element;
        for (int i = 0; at != null && i < 520; i++) {
            if (block.equals(at)) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }
}
