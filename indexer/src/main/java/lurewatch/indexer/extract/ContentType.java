package lurewatch.indexer.extract;

import lurewatch.indexer.LowerCase;

/// Parameters of a media type, as `text/plain; charset=utf-8` has one.
final class ContentType {
    private ContentType() {}

    /// The parameter's value in lower case; empty where there is none.
    static String parameter(String contentType, String name) {
        String[] parts = LowerCase.of(contentType).split(";", 20);
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            if (pair.length == 2 && pair[0].strip().equals(name)) {
                return pair[1].strip();
            }
        }
        return "";
    }
}
