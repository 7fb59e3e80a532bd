/// Tells an operator, by a program or a webhook, that something is wrong: once when it begins and
/// once when it is over.
///
/// Start with [lurewatch.crawler.alert.AlertDesk]. It watches a crawl from beside it and holds up
/// none of its threads.
@NullMarked
package lurewatch.crawler.alert;

import org.jspecify.annotations.NullMarked;
