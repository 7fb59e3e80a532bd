/// Watched sites: `config/sites/NAME.yaml` as checked, immutable records.
///
/// Start with [lurewatch.crawler.site.Sites]. It decides which URLs belong to a site, and fetches
/// nothing.
@NullMarked
package lurewatch.crawler.site;

import org.jspecify.annotations.NullMarked;
