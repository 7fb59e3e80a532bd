package lurewatch.crawler.fetch;

import crawlercommons.filters.basic.BasicURLNormalizer;
import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.crawler.Page;
import edu.uci.ics.crawler4j.parser.HtmlParseData;
import edu.uci.ics.crawler4j.parser.HtmlParser;
import edu.uci.ics.crawler4j.parser.Parser;
import edu.uci.ics.crawler4j.parser.TextParseData;
import edu.uci.ics.crawler4j.url.WebURLFactory;
import java.io.IOException;

/// Parses nothing: pages are read from the archive's bytes, by the indexer.
final class EngineParser extends Parser {
    EngineParser(CrawlConfig config, BasicURLNormalizer normalizer, WebURLFactory factory)
            throws IOException {
        super(config, normalizer, new NoHtml(), null, factory);
    }

    @Override
    public void parse(Page page) {
        page.setParseData(new TextParseData());
    }

    private static final class NoHtml implements HtmlParser {
        @Override
        public HtmlParseData parse(Page page) {
            return new HtmlParseData();
        }
    }
}
