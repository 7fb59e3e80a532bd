package lurewatch.crawler.service;

import java.time.Instant;

/// What became of the last attempt to read the settings anew.
///
/// @param accepted whether they hold now; if not, the ones before do
/// @param what why not, or what they are
public record Reload(Instant at, boolean accepted, String what) {}
