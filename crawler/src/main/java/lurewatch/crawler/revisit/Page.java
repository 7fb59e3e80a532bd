package lurewatch.crawler.revisit;

import java.time.Duration;
import java.util.Optional;

/// What the policy has to know of a page besides its history.
///
/// @param shortest of a listing: the gap that its operator wants while the budget suffices
/// @param watch the longest gap where somebody watches this very page
public record Page(PageClass pageClass, Duration shortest, Optional<Duration> watch) {}
