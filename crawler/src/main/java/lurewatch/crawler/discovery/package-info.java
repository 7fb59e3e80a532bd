/// Where the ads of the watched sites lead: domains and channels that nobody watches yet.
///
/// Start with [lurewatch.crawler.discovery.Discoveries]. It reads facts and the operator's list of
/// what he dismissed, proposes, and makes sites of proposals where the settings allow that; it
/// connects to nothing and writes nothing but that list.
@NullMarked
package lurewatch.crawler.discovery;

import org.jspecify.annotations.NullMarked;
