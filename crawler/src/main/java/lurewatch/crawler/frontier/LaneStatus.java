package lurewatch.crawler.frontier;

import java.time.Duration;

/// What waits in a lane of a site, hosts that rest after trouble left out: they may not be asked.
///
/// @param due URLs whose time has come
/// @param oldest how long the one that has waited longest is overdue
public record LaneStatus(long due, Duration oldest) {}
