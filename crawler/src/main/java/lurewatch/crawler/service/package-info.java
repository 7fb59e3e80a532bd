/// A crawl from start to stop: wires frontier and engine, watches disk and failures, and says how
/// far it has got.
///
/// Start with [lurewatch.crawler.service.CrawlService]. It prints nothing, handles no signal and
/// never ends the process: the driver does.
@NullMarked
package lurewatch.crawler.service;

import org.jspecify.annotations.NullMarked;
