package lurewatch.crawler.simulate;

/// What a schedule reached.
///
/// @param captured share of the ads that were fetched before they vanished
/// @param freshness share of the pages that are believed to be there whose copy is as they are; one
///   that has vanished unnoticed is not
public record Result(double captured, double freshness) {}
