package lurewatch.indexer.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.index.UrlForm;
import org.apache.lucene.search.Query;

/// Postings by what people paste as their addresses.
final class Addresses {
    /// A channel's post has several: with `s/` it is shown to people without the app.
    private static final Pattern TELEGRAM_POST =
            Pattern.compile(
                    "(?i)(?:t\\.me|telegram\\.me|telegram\\.dog)/(?:s/)?(\\w{4,32}/\\d{1,12})(?:[?#].*)?");

    private Addresses() {}

    /// @param url made harmless or not, with its scheme or without
    static Query at(String url) {
        String form = UrlForm.of(PastedLexer.refanged(url));
        Query exact = Conditions.term(IndexSchema.URL, form);
        Matcher post = TELEGRAM_POST.matcher(form);
        return post.matches()
                ? Conditions.either(
                        exact,
                        Conditions.term(IndexSchema.URL, "t.me/" + post.group(1)),
                        Conditions.term(IndexSchema.URL, "t.me/s/" + post.group(1)))
                : exact;
    }
}
