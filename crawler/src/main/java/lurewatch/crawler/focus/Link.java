package lurewatch.crawler.focus;

import lurewatch.crawler.site.WebUrl;

/// A link before it is followed.
///
/// @param kind what kind of page it is said to lead to
/// @param depth steps from a seed
/// @param parentRelevance what the page that it stands on was worth, 0 to 1; below 0 where that is
///   not known
public record Link(WebUrl url, String anchor, String kind, int depth, double parentRelevance) {}
