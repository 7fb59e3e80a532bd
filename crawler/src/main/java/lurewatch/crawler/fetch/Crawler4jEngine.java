package lurewatch.crawler.fetch;

import crawlercommons.filters.basic.BasicURLNormalizer;
import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import lurewatch.crawler.frontier.Frontier;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Site;

/// The engine on crawler4j's controller and worker loop.
public final class Crawler4jEngine implements CrawlEngine {
    private final int workers;
    private final Settling settling;
    private final Tally tally = new Tally();
    private final Halt halt = new Halt();
    private final HttpDoor door;
    private final BodyRoom room = BodyRoom.ofHeap();
    private final SystemNames names;
    private final Rendering rendering;
    private final EngineController controller;

    /// @param directory an existing one; crawler4j insists on having one and keeps nothing there
    public Crawler4jEngine(
            Path directory,
            Settings settings,
            List<Site> sites,
            Frontier frontier,
            CaptureSink sink,
            InstantSource clock) {
        this.workers = settings.limits().fetches();
        this.names = new SystemNames(settings.limits().connect());
        this.door = new HttpDoor(settings.limits(), Agents.of(settings.identity(), sites), clock);
        AddressGuard guard = new AddressGuard(settings.net(), names);
        LinkFilter links = new LinkFilter(settings.limits(), sites);
        Robots robots =
                new Robots(
                        frontier,
                        links,
                        settings.identity(),
                        clock,
                        settings.politeness().robotsMaxAge());
        Turns turns =
                new Turns(frontier::rest, settings.politeness().minimum(), clock, System::nanoTime);
        RobotsVisit robotsVisit =
                new RobotsVisit(
                        frontier,
                        guard,
                        new RobotsFetch(door, settings.limits().cookies(), clock),
                        robots,
                        turns);
        this.rendering =
                new Rendering(
                        settings, sites, sink, new PageResources.Web(door, guard, robots), clock);
        Onward onward = new Onward(settings.limits().cookies());
        Reports reports = new Reports(frontier, links, onward, settings.limits().redirects());
        SecondVisits secondVisits =
                new SecondVisits(settings.secondLooks(), sites, frontier, sink, reports, clock);
        PageVisit visit =
                new PageVisit(
                        frontier,
                        guard,
                        turns,
                        robots,
                        robotsVisit,
                        door,
                        rendering,
                        secondVisits,
                        onward,
                        settings.limits(),
                        clock);
        this.settling =
                new Settling(frontier, sink, rendering, secondVisits, reports, turns, tally);
        this.controller = controller(directory, frontier, visit);
    }

    private EngineController controller(Path directory, Frontier frontier, PageVisit visit) {
        CrawlConfig config = new CrawlConfig();
        config.setCrawlStorageFolder(directory.toString());
        config.setPolitenessDelay(0);
        config.setFollowRedirects(false);
        config.setShutdownOnEmptyQueue(false);
        FrontierAdapter adapter = new FrontierAdapter(frontier, settling, room);
        BasicURLNormalizer normalizer = new BasicURLNormalizer();
        try {
            EngineFetcher fetcher = new EngineFetcher(config, normalizer, visit);
            return new EngineController(
                    config,
                    normalizer,
                    fetcher,
                    new EngineParser(config, normalizer, adapter),
                    new EngineRobots(fetcher, adapter),
                    adapter,
                    halt);
        } catch (Exception e) { // declared by crawler4j's constructors
            throw new IllegalStateException("crawler4j does not start: " + e.getMessage(), e);
        }
    }

    @Override
    public void start() {
        controller.startNonBlocking(() -> new EngineWorker(settling, halt), workers);
    }

    @Override
    public boolean awaitEnd(Duration longest) throws InterruptedException {
        return controller.await(longest);
    }

    @Override
    public boolean stop(Duration longest) throws InterruptedException {
        halt.stop();
        controller.shutdown();
        door.abortAll();
        room.end();
        rendering.close();
        boolean ended = controller.await(longest);
        door.close();
        names.close();
        return ended;
    }

    @Override
    public Stats stats() {
        return tally.stats(door.running());
    }

    @Override
    public Optional<Throwable> failure() {
        return settling.failure();
    }
}
