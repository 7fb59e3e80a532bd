package lurewatch.crawler.site;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.LowerCase;

/// Which URLs belong to a site: host in `hosts` (or below one written `.example.org`), and, of the
/// path with its query, matching one of `include` (or that being empty) and none of `exclude`.
///
/// The expressions are RE2 and may match anywhere; links of a page come from strangers, so they
/// must be linear in time. That they compile is checked where the site's file is read, which can
/// name the place of the bad one.
///
/// @param depth most steps from a seed
/// @param pages most pages kept for the site
/// @param since listings are followed no further back than the first page on which all is older
public record Scope(
        List<String> hosts,
        List<String> include,
        List<String> exclude,
        int depth,
        int pages,
        Optional<LocalDate> since) {
    public static final Scope DEFAULTS = new Scope(List.of(), List.of(), List.of(), 6, 50_000);

    public Scope {
        hosts = hosts.stream().map(LowerCase::of).toList();
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        if (depth < 0 || depth > 100) {
            throw new IllegalArgumentException("depth must be 0 to 100: " + depth);
        }
        if (pages < 1) {
            throw new IllegalArgumentException("pages must be at least 1: " + pages);
        }
    }

    /// A scope that goes back as far as the site does.
    public Scope(
            List<String> hosts, List<String> include, List<String> exclude, int depth, int pages) {
        this(hosts, include, exclude, depth, pages, Optional.empty());
    }

    static Pattern compiled(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "bad pattern '" + expression + "': " + e.getMessage(), e);
        }
    }
}
