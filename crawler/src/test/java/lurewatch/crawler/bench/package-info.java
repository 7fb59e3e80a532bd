/// Benchmarks: mains of their own, outside the unit tests, run by `.ci/benchmark`.
///
/// Each prints ratios against a baseline measured in the same run; `docs/measurements.md` holds the
/// figures and the command.
@NullMarked
package lurewatch.crawler.bench;

import org.jspecify.annotations.NullMarked;
