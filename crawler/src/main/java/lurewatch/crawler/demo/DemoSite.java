package lurewatch.crawler.demo;

import java.util.List;

/// One host of the demo world. Implementations are immutable; every request of every thread gets
/// the same answer.
interface DemoSite {
    /// The name under which it is visited; always below `.test`, which no registry may ever give
    /// away.
    String host();

    /// The answer to a request for `target`: path and query, beginning with a slash.
    Reply answer(String target);

    /// Path prefixes that its robots.txt forbids to us.
    default List<String> forbidden() {
        return List.of("/private/");
    }

    /// Its robots.txt.
    default String robots() {
        StringBuilder text = new StringBuilder("User-agent: *\n");
        forbidden().forEach(prefix -> text.append("Disallow: ").append(prefix).append('\n'));
        return text.toString();
    }
}
