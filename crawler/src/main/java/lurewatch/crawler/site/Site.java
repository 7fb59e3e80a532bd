package lurewatch.crawler.site;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lurewatch.indexer.SiteKind;
import lurewatch.indexer.extract.Recipe;
import lurewatch.indexer.extract.SitePlan;

/// One watched site or channel.
///
/// @param name as in `config/sites/NAME.yaml`; letters, digits and hyphens
/// @param seeds where visits begin; http or https
/// @param scope which links are followed
/// @param revisit gap between visits of its listing pages; empty means the schedule's
/// @param minimumDelay gap between two requests to it; empty means the politeness settings'
/// @param render which of its pages are shown to a browser, where there is one; empty means none
/// @param userAgent what requests to it say they are; empty means the crawler's honest name
public record Site(
        String name,
        SiteKind kind,
        boolean enabled,
        List<String> seeds,
        Scope scope,
        Optional<Recipe> recipe,
        Optional<Duration> revisit,
        Optional<Duration> minimumDelay,
        Optional<Scripts> render,
        Optional<String> userAgent) {
    /// Which pages of a site are shown to a browser, so that their scripts run.
    public enum Scripts {
        /// None.
        NEVER,
        /// Those that say next to nothing without, as long as it helps.
        AUTO,
        /// Every page.
        ALWAYS
    }

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private static final Pattern USER_AGENT = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]{2,299}");

    public Site {
        seeds = List.copyOf(seeds);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "site name '" + name + "' must be lower-case letters, digits and hyphens");
        }
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("site '" + name + "' has no seeds");
        }
        userAgent.ifPresent(sent -> {
            if (!USER_AGENT.matcher(sent).matches()) {
                throw new IllegalArgumentException(
                        "user_agent must be 3 to 300 printable characters of ASCII");
            }
        });
        for (String seed : seeds) {
            if (!seed.startsWith("http://") && !seed.startsWith("https://")) {
                throw new IllegalArgumentException(
                        "seed '" + seed + "' must begin with http:// or https://");
            }
        }
    }

    /// A site that no browser is needed for, and that is told who is asking.
    public Site(
            String name,
            SiteKind kind,
            boolean enabled,
            List<String> seeds,
            Scope scope,
            Optional<Recipe> recipe,
            Optional<Duration> revisit,
            Optional<Duration> minimumDelay) {
        this(
                name,
                kind,
                enabled,
                seeds,
                scope,
                recipe,
                revisit,
                minimumDelay,
                Optional.empty(),
                Optional.empty());
    }

    /// The same site, watched.
    public Site asEnabled() {
        return new Site(
                name, kind, true, seeds, scope, recipe, revisit, minimumDelay, render, userAgent);
    }

    public Scripts scripts() {
        return render.orElse(Scripts.NEVER);
    }

    public SitePlan plan() {
        return new SitePlan(
                kind,
                recipe,
                scope.since().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()),
                List.of());
    }
}
