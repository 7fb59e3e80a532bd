package lurewatch.indexer.extract;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.PageAddress;

/// What a page says of itself to those who link to it (Open Graph). Social networks put a post's
/// own words there and show people nothing before a login or before their scripts have run.
final class LinkPreview {
    static final String READER = "link preview";

    /// Shorter, it is a name or a slogan.
    private static final int SHORTEST = 40;

    private static final List<String> NAMES =
            List.of("og:description", "twitter:description", "description");

    private LinkPreview() {}

    /// The post of a page that is empty, or as good as that, without its scripts.
    static Optional<Draft> ofEmpty(Page page) {
        return words(page).map(words -> draft(page, words));
    }

    /// The post behind a login, if it gives a contact: of pages that all want one, most say the
    /// same of themselves, and that is no post.
    static Optional<Draft> ofLogin(Page page) {
        return words(page).filter(GonePage::mayHoldContact).map(words -> draft(page, words));
    }

    private static Optional<String> words(Page page) {
        return NAMES.stream()
                .map(name -> Prose.lines(page.scan.meta.getOrDefault(name, "")))
                .filter(words -> words.length() >= SHORTEST)
                .findFirst();
    }

    private static Draft draft(Page page, String words) {
        return new Draft()
                .at(page.url() + PageAddress.PREVIEW)
                .title(Prose.line(page.scan.meta.getOrDefault("og:title", page.scan.title)))
                .body(words);
    }
}
