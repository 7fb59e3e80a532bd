/// The program that writes: it fetches, archives and indexes what the watched sites show.
///
/// Start with [lurewatch.crawler.Main]; the commands stand in `lurewatch.crawler.driver`. Nothing
/// here searches: `search-cli` does, on what this program wrote.
@NullMarked
package lurewatch.crawler;

import org.jspecify.annotations.NullMarked;
