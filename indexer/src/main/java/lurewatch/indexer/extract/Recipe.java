package lurewatch.indexer.extract;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import org.jsoup.select.Selector;

/// Where a site's pages hold what we read, as CSS selectors. An operator writes it in the site's
/// file; without one, structured data and the page's main text are used. Whoever reads that file
/// checks it there, where a fault's line is known: here a selector that cannot be read costs the
/// page.
///
/// @param list how a listing page is read: its items, and the link or the fields in each
/// @param posting how a page that is one posting is read
/// @param next the link to the following listing page
/// @param gone what only stands on pages whose posting is no longer there
public record Recipe(
        Optional<ListPage> list,
        Optional<Fields> posting,
        Optional<String> next,
        Optional<String> gone) {
    /// A recipe that does not tell pages whose posting is gone.
    public Recipe(Optional<ListPage> list, Optional<Fields> posting, Optional<String> next) {
        this(list, posting, next, Optional.empty());
    }

    /// A listing. Items with a `link` lead to a posting's own page; items without are postings.
    public record ListPage(String item, Optional<String> link, Optional<Fields> fields) {}

    /// Selectors, relative to the item or the page. `body` may match several elements.
    ///
    /// @param match a regular expression that the page's URL must contain for this to apply
    /// @param comments each match is one comment, judged apart from the posting
    public record Fields(
            Optional<String> match,
            Optional<String> title,
            Optional<String> body,
            Optional<String> author,
            Optional<String> employer,
            Optional<String> location,
            Optional<String> salary,
            Optional<String> date,
            Optional<String> comments) {
        /// Whether a page's URL is one that these fields are for.
        boolean matches(String url) {
            return match.map(expression -> Pattern.compile(expression).matcher(url).find())
                    .orElse(true);
        }
    }

    /// Refuses what cannot be read as a CSS selector.
    public static void requireSelector(String selector) {
        try {
            Selector.evaluatorOf(selector);
        } catch (IllegalArgumentException | Selector.SelectorParseException e) {
            throw new IllegalArgumentException(
                    "bad selector '" + selector + "': " + e.getMessage(), e);
        }
    }

    /// The names that may stand in a recipe's fields, for messages.
    public static List<String> fieldNames() {
        return List.of(
                "match",
                "title",
                "body",
                "author",
                "employer",
                "location",
                "salary",
                "date",
                "comments");
    }
}
