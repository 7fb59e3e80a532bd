/// A web that means harm, as one table of behaviours, and a real crawl of it.
///
/// Start with [lurewatch.crawler.hostile.HostileWebIT]; a new behaviour is a new row of one of the
/// tables.
@NullMarked
package lurewatch.crawler.hostile;

import org.jspecify.annotations.NullMarked;
