/// Benchmarks of search, run by `.ci/benchmark`. They print ratios and percentiles and judge
/// nothing.
@NullMarked
package lurewatch.searchcli.bench;

import org.jspecify.annotations.NullMarked;
