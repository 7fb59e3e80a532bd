/// A Chromium, for pages that say nothing before their scripts ran.
///
/// Start at [lurewatch.crawler.browser.Browser]. The browser is a process of its own, in its own
/// sandbox, as a user who is not root, and in a network namespace without any network: what a page
/// asks for is handed to it by whoever calls, over the pipe that also commands it. It never gets a
/// connection of its own, and nothing of it outlives a page but its caches of fonts.
@NullMarked
package lurewatch.crawler.browser;

import org.jspecify.annotations.NullMarked;
