/// The commands of the program that writes: each reads its arguments, wires what it needs, runs it
/// and says how it ended.
///
/// Start with [lurewatch.crawler.driver.CommandTree], then `Street`, where archive, detectors,
/// facts and index are put together. Nothing here decides what is fetched, found or stored.
@NullMarked
package lurewatch.crawler.driver;

import org.jspecify.annotations.NullMarked;
