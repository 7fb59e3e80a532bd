package lurewatch.indexer.erasure;

/// Something by which erased content would be known again.
public record Trace(Kind kind, String text) {
    /// What a trace is.
    public enum Kind {
        CONTACT,
        TITLE,
        SENTENCE,
        ADDRESS,
        DIGEST
    }
}
