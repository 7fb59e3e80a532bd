package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/// Leaves out what stands too deep within others of its kind: each is read with all that is inside
/// it, so that five hundred posts within each other would be five hundred pages.
final class Nesting {
    /// Unclosed elements of careless pages nest, too.
    static final int DEEPEST = 8;

    private Nesting() {}

    /// Those of the elements with fewer than [#DEEPEST] others of them around, in their order.
    static List<Element> shallow(Node root, Collection<Element> elements) {
        return shallow(root, elements, DEEPEST);
    }

    /// Those of the elements that stand in no other of them.
    static List<Element> outermost(Node root, Collection<Element> elements) {
        return shallow(root, elements, 1);
    }

    private static List<Element> shallow(Node root, Collection<Element> elements, int deepest) {
        if (elements.size() <= 1) {
            return List.copyOf(elements);
        }
        Set<Node> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.addAll(elements);
        List<Element> shallow = new ArrayList<>();
        root.filter(
                new NodeFilter() {
                    private int around;

                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (all.contains(node)) {
                            if (around == deepest) {
                                return FilterResult.SKIP_ENTIRELY;
                            }
                            around++;
                            shallow.add((Element) node);
                        }
                        return FilterResult.CONTINUE;
                    }

                    @Override
                    public FilterResult tail(Node node, int depth) {
                        around -= all.contains(node) ? 1 : 0;
                        return FilterResult.CONTINUE;
                    }
                });
        return shallow;
    }
}
