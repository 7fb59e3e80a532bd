package lurewatch.crawler.browser;

import java.util.List;
import java.util.Optional;

/// What a page had become when it came to rest.
///
/// @param html the document, as the browser writes it
/// @param picture of the page from its top, as PNG
/// @param product the browser's name and version
/// @param notes what a reader has to know: that the page never came to rest, say
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Rendered(String html, Optional<byte[]> picture, String product, List<String> notes) {
    public Rendered {
        notes = List.copyOf(notes);
    }
}
