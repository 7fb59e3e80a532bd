/// `config/lurewatch.yaml` as checked, immutable records.
///
/// Start with [lurewatch.crawler.settings.Settings]. It reads nothing but that file, and knows
/// nothing of what the settings do.
@NullMarked
package lurewatch.crawler.settings;

import org.jspecify.annotations.NullMarked;
