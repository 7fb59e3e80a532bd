package lurewatch.crawler.fetch;

import edu.uci.ics.crawler4j.fetcher.PageFetcher;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtConfig;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtServer;
import edu.uci.ics.crawler4j.url.WebURL;
import edu.uci.ics.crawler4j.url.WebURLFactory;

/// Says yes at scheduling time. Robots.txt is asked when a URL's turn has come, by [Robots], so
/// that there is one reading of it and not two.
final class EngineRobots extends RobotstxtServer {
    EngineRobots(PageFetcher fetcher, WebURLFactory factory) {
        super(new RobotstxtConfig(), fetcher, factory);
    }

    @Override
    public boolean allows(WebURL url) {
        return true;
    }

    @Override
    public boolean allows(WebURL url, boolean isSeed) {
        return true;
    }
}
