/// A small web on the loopback address that behaves like the sources an operator watches: boards in
/// several languages and character sets, a channel preview, a forum, feeds, news, and a trap.
///
/// Start with [lurewatch.crawler.demo.DemoWorld]. It serves pages and writes the configuration with
/// which the ordinary crawler visits them. It never crawls, never leaves the loopback address, and
/// holds no number or handle that could belong to anybody; `demo/SOURCES.md` says where its texts
/// come from. Same base instant and port, same bytes.
@NullMarked
package lurewatch.crawler.demo;

import org.jspecify.annotations.NullMarked;
