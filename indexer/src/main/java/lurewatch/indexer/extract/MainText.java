package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds the passages that a reader would call the page's text.
///
/// Passages of running text vote, by their length, for every block around them; from the body
/// downwards the child that holds nearly all votes is followed. In the block where the votes part,
/// everything stands that is not frame, not mere links, and not far from running text.
final class MainText {
    /// A child with this share of the votes is where the text is.
    private static final double DOMINANT = 0.9;

    /// Fewer votes than this are no article: then everything but the frame is kept.
    private static final int SLIGHT = 200;

    private static final int CLIMB = 60;

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
        List<Passage> inside = new ArrayList<>();
        for (Passage passage : scan.passages.all()) {
            if (isContent(passage) && isInside(passage.owner(), block)) {
                inside.add(passage);
            }
        }
        return inside;
    }

    private static boolean isContent(Passage passage) {
        return passage.zone() == Zone.CONTENT && (passage.linkShare() < 0.6 || passage.contact());
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
