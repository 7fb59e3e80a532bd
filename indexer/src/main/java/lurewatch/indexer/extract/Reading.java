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
record Reading(List<Draft> drafts, Map<String, PageLink> links, Optional<String> reader) {
    static final Reading NOTHING = of(List.of());

    static Reading of(List<Draft> drafts) {
        return new Reading(drafts, Map.of());
    }

    Reading(List<Draft> drafts, Map<String, PageLink> links) {
        this(drafts, links, Optional.empty());
    }

    Reading by(String name) {
        return new Reading(drafts, links, Optional.of(name));
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
