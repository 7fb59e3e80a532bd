package lurewatch.crawler.fetch;

import crawlercommons.robots.BaseRobotRules;
import java.io.Closeable;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lurewatch.crawler.frontier.Validators;
import lurewatch.crawler.settings.Politeness;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.WebUrl;

/// Fetches a single page outside of a crawl, with a crawl's manners: the same identity, address
/// guard and limits, robots.txt first, the host's gap before each further request. Keeps nothing.
public final class OnePage implements Closeable {
    private final Settings settings;
    private final HttpDoor door;
    private final SystemNames names;
    private final AddressGuard guard;
    private final RobotsFetch robots;
    private final Halt halt = new Halt();
    private final InstantSource clock;

    /// @param sites those that may be looked at
    /// @throws IllegalArgumentException where the settings do not say who is asking
    public OnePage(Settings settings, List<Site> sites, InstantSource clock) {
        if (!settings.identity().isComplete()) {
            throw new IllegalArgumentException("identity is not complete");
        }
        this.settings = settings;
        this.clock = clock;
        this.door = new HttpDoor(settings.limits(), Agents.of(settings.identity(), sites), clock);
        this.names = new SystemNames(settings.limits().connect());
        this.guard = new AddressGuard(settings.net(), names);
        this.robots = new RobotsFetch(door, settings.limits().cookies(), clock);
    }

    /// How it ended.
    public sealed interface Look {
        /// A server answered.
        ///
        /// @param url where the page is, after the redirects
        /// @param redirects the addresses that led there
        /// @param contentType as sent; may be empty
        /// @param body as received, content coding undone within the limits
        /// @param received bytes over the wire
        /// @param cut the limit that cut the body off
        /// @param crawlDelay what robots.txt asks for
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Answered(
                WebUrl url,
                List<WebUrl> redirects,
                int status,
                String contentType,
                byte[] body,
                long received,
                Optional<String> cut,
                Duration took,
                Optional<Duration> crawlDelay)
                implements Look {}

        /// robots.txt or our own guard forbids the page, which was not asked for.
        record Forbidden(String why) implements Look {}

        /// There is no answer.
        record Failed(String why) implements Look {}
    }

    /// Fetches the page, following redirects.
    ///
    /// @param gap that the site's file asks for between two requests
    /// @param waits told of each wait before it
    public Look look(String site, WebUrl page, Duration gap, Consumer<Duration> waits) {
        List<WebUrl> redirects = new ArrayList<>();
        WebUrl url = page;
        Cookies cookies = Cookies.upTo(settings.limits().cookies());
        try {
            while (true) {
                guard.addresses(url); // a better reason than a robots.txt that cannot be had
                BaseRobotRules rules;
                switch (robots(site, url, gap)) {
                    case RobotsFetch.Result.Answered(int status, byte[] body, Duration _) ->
                            rules =
                                    RobotsText.rules(
                                            url.origin(),
                                            status,
                                            body,
                                            RobotsText.agent(settings.identity()));
                    case RobotsFetch.Result.Unreachable(String why, Duration _, var _) -> {
                        return new Look.Forbidden(
                                "its robots.txt cannot be had ("
                                        + why
                                        + "), which forbids everything");
                    }
                    case RobotsFetch.Result.Moved _, RobotsFetch.Result.Aborted _ -> {
                        return new Look.Failed("stopped");
                    }
                }
                if (!RobotsText.allows(rules, url.toString())) {
                    return new Look.Forbidden("robots.txt forbids " + url.path());
                }
                Optional<Duration> asked = RobotsText.crawlDelay(rules);
                Duration rest = rest(gap, asked);
                waits.accept(rest);
                if (halt.within(rest)) {
                    return new Look.Failed("stopped");
                }
                FetchedExchange answer = get(site, url, cookies);
                Optional<WebUrl> target = Redirects.target(answer);
                if (target.isEmpty() || redirects.size() >= settings.limits().redirects()) {
                    return answered(url, redirects, answer, asked);
                }
                redirects.add(url);
                url = target.get();
                cookies = cookies.after(answer, clock.instant());
            }
        } catch (RefusedException e) {
            return new Look.Forbidden(
                    "our address guard: "
                            + e.getMessage()
                            + "; net.allow_cidr in lurewatch.yaml lets a network of your own pass");
        } catch (UnknownHostException e) {
            return new Look.Failed("no address: " + e.getMessage());
        } catch (FetchFailedException e) {
            return new Look.Failed(e.kind() + " " + e.getMessage());
        } catch (AbortedException _) {
            return new Look.Failed("stopped");
        }
    }

    /// Its redirects are followed here and now: there is no crawl whose turns would be taken.
    private RobotsFetch.Result robots(String site, WebUrl page, Duration gap) {
        RobotsFetch.Hop hop = robots.first(page);
        try {
            while (true) {
                RobotsFetch.Result result = robots.ask(site, hop, guard.addresses(hop.url()));
                if (!(result
                        instanceof
                        RobotsFetch.Result.Moved(int _, RobotsFetch.Hop next, Duration _))) {
                    return result;
                }
                hop = next;
                if (halt.within(rest(gap, Optional.empty()))) {
                    return new RobotsFetch.Result.Aborted();
                }
            }
        } catch (RefusedException e) {
            return unreachable("refused: " + e.getMessage());
        } catch (UnknownHostException e) {
            return unreachable("no address: " + e.getMessage());
        }
    }

    private static RobotsFetch.Result unreachable(String why) {
        return new RobotsFetch.Result.Unreachable(why, Duration.ZERO, Optional.empty());
    }

    private FetchedExchange get(String site, WebUrl url, Cookies cookies)
            throws RefusedException, UnknownHostException, FetchFailedException, AbortedException {
        long most = settings.limits().bodyWire().bytes();
        return door.get(
                new Ask(
                        site,
                        url,
                        url,
                        guard.addresses(url),
                        Validators.NONE,
                        most,
                        cookies,
                        Optional.empty(),
                        Optional.empty()));
    }

    private Duration rest(Duration gap, Optional<Duration> crawlDelay) {
        Politeness politeness = settings.politeness();
        Duration wished = politeness.wished(gap, crawlDelay.orElse(Duration.ZERO));
        return wished.compareTo(politeness.minimum()) > 0 ? wished : politeness.minimum();
    }

    private Look answered(
            WebUrl url,
            List<WebUrl> redirects,
            FetchedExchange answer,
            Optional<Duration> crawlDelay) {
        return new Look.Answered(
                url,
                List.copyOf(redirects),
                answer.status(),
                answer.header("Content-Type").orElse(""),
                Contents.decoded(answer, settings.limits().bodyDecoded().bytes())
                        .orElse(answer.body()),
                answer.body().length,
                answer.cut().map(Body.Cut::toString),
                answer.took(),
                crawlDelay);
    }

    @Override
    public void close() {
        halt.stop();
        door.close();
        names.close();
    }
}
