package lurewatch.crawler.browser;

import java.util.List;
import lurewatch.indexer.Header;

/// What a page asks for while its scripts run. Called by several threads at once.
@FunctionalInterface
public interface Resources {
    /// The answer, or that there is none to be had.
    Answer get(Wanted wanted);

    /// Something that a page asks for.
    ///
    /// @param method as the page wrote it
    /// @param type Chromium's word for what it is to be: `Script`, `Stylesheet`, `Image`, `XHR` …
    record Wanted(String method, String url, String type) {}

    /// What it gets.
    sealed interface Answer {
        /// A server's answer, content coding undone.
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Found(int status, List<Header> headers, byte[] body) implements Answer {
            public Found {
                headers = List.copyOf(headers);
            }
        }

        /// Nothing: the page sees a request that was blocked.
        record Refused() implements Answer {}
    }
}
