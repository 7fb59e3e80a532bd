package lurewatch.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.LowerCase;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jspecify.annotations.Nullable;

/// Recognises pages that say next to nothing until their scripts have run.
///
/// Both must hold: the page has little text, which no recipe and no structured data explains, and
/// something says that scripts are to write the rest.
final class ScriptShell {
    /// A shell may say "loading", its maker's name and a few links.
    private static final int LONGEST = 400;

    /// Where the usual frameworks put what they write.
    private static final List<String> MOUNTS =
            List.of("root", "app", "__next", "__nuxt", "react-root", "app-root", "q-app", "svelte");

    /// In the browser's place for those without scripts.
    private static final List<String> PROMPTS =
            List.of("javascript", "자바스크립트", "จาวาสคริปต์", "джаваскрипт", "جافا سكريبت");

    private ScriptShell() {}

    /// What says so.
    static Optional<String> mark(Page page, PageReading reading) {
        boolean isExplained =
                !reading.drafts().isEmpty()
                        && reading.reader().filter(Readers.PROSE::equals).isEmpty();
        if (isExplained
                || page.mainText().length() > LONGEST
                || page.document.selectFirst("script") == null) {
            return Optional.empty();
        }
        return emptyMount(page.document).or(() -> prompt(page.document));
    }

    private static Optional<String> emptyMount(Document document) {
        return MOUNTS.stream()
                .filter(id -> isEmptyMount(document.getElementById(id)))
                .map(id -> "nothing in #" + id)
                .findFirst();
    }

    private static boolean isEmptyMount(@Nullable Element element) {
        return element != null && element.text().isBlank();
    }

    private static Optional<String> prompt(Document document) {
        // The outermost alone: hundreds within each other would each be asked for all that is
        // inside.
        List<Element> outermost = new ArrayList<>();
        document.filter((node, _) -> {
            if (node instanceof Element element && element.normalName().equals("noscript")) {
                outermost.add(element);
                return FilterResult.SKIP_ENTIRELY;
            }
            return FilterResult.CONTINUE;
        });
        return outermost.stream()
                        .map(element -> LowerCase.of(element.text()))
                        .anyMatch(said -> PROMPTS.stream().anyMatch(said::contains))
                ? Optional.of("asks for JavaScript")
                : Optional.empty();
    }
}
