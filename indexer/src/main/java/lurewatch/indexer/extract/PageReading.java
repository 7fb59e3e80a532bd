package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a reader made of a page.
///
/// @param links those whose kind the reader knows better than the page's words do, by URL
/// @param reader its name; empty where nobody has read
record PageReading(List<Draft> drafts, Map<String, PageLink> links, Optional<String> reader) {
    static final PageReading NOTHING = of(List.of());

    static PageReading of(List<Draft> drafts) {
        return new PageReading(drafts, Map.of());
    }

    PageReading(List<Draft> drafts, Map<String, PageLink> links) {
        this(drafts, links, Optional.empty());
    }

    PageReading by(String name) {
        return new PageReading(drafts, links, Optional.of(name));
    }

    boolean isEmpty() {
        return drafts.isEmpty() && links.isEmpty();
    }

    /// The page's links, those known better in their places, and further ones at the end.
    List<PageLink> withKinds(List<PageLink> found) {
        Map<String, PageLink> further = new LinkedHashMap<>(links);
        List<PageLink> all = new ArrayList<>(found.size() + further.size());
        for (PageLink link : found) {
            PageLink known = further.remove(link.url());
            all.add(known == null ? link : known);
        }
        all.addAll(further.values());
        return all;
    }
}
