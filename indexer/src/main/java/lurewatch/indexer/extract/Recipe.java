package lurewatch.indexer.extract;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;
import org.jsoup.select.Selector;

/// Where a site's pages hold what we read, as CSS selectors. An operator writes it in the site's
/// file; without one, structured data and the page's main text are used.
///
/// @param list how a listing page is read: its items, and the link or the fields in each
/// @param posting how a page that is one posting is read
/// @param next the link to the following listing page
public record Recipe(Optional<ListPage> list, Optional<Fields> posting, Optional<String> next) {
    public Recipe {
        next.ifPresent(selector -> check("next", selector));
    }

    /// A listing. Items with a `link` lead to a posting's own page; items without are postings.
    public record ListPage(String item, Optional<String> link, Optional<Fields> fields) {
        public ListPage {
            check("item", item);
            link.ifPresent(selector -> check("link", selector));
        }
    }

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
        public Fields {
            match.ifPresent(Fields::compiled);
            title.ifPresent(selector -> check("title", selector));
            body.ifPresent(selector -> check("body", selector));
            author.ifPresent(selector -> check("author", selector));
            employer.ifPresent(selector -> check("employer", selector));
            location.ifPresent(selector -> check("location", selector));
            salary.ifPresent(selector -> check("salary", selector));
            date.ifPresent(selector -> check("date", selector));
            comments.ifPresent(selector -> check("comments", selector));
        }

        private static Pattern compiled(String expression) {
            try {
                return Pattern.compile(expression);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "bad pattern '" + expression + "' in match: " + e.getMessage(), e);
            }
        }

        /// Whether a page's URL is one that these fields are for.
        boolean matches(String url) {
            return match.map(expression -> compiled(expression).matcher(url).find()).orElse(true);
        }
    }

    private static void check(String key, String selector) {
        try {
            Selector.evaluatorOf(selector);
        } catch (IllegalArgumentException | Selector.SelectorParseException e) {
            throw new IllegalArgumentException(
                    "bad CSS selector '" + selector + "' in " + key + ": " + e.getMessage(), e);
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
