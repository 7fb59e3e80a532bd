/// When a known page is worth another visit: what is remembered of pages and hosts, what a visit is
/// worth after some time, and the price that keeps visits within the budget.
///
/// Start with [lurewatch.crawler.revisit.RevisitPolicy]. The frontier and the simulator use the
/// very same policy. It reads no clock, no file and no database, draws nothing at random, and knows
/// no URL: whoever asks it keeps what it says.
@NullMarked
package lurewatch.crawler.revisit;

import org.jspecify.annotations.NullMarked;
