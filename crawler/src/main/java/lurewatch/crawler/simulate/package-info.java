/// A made-up web on which schedules are compared at the same number of requests.
///
/// Start with [lurewatch.crawler.simulate.Comparison], then `WorldModel`, which says what is
/// assumed. Ours is the very policy that the frontier uses; the others are written after the
/// sources they name. Everything follows from the seeds: no clock, no file, no network.
@NullMarked
package lurewatch.crawler.simulate;

import org.jspecify.annotations.NullMarked;
