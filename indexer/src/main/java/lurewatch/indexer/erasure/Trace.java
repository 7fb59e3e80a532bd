package lurewatch.indexer.erasure;

/// Something by which erased content would be known again.
public record Trace(Kind kind, String text) {
    /// What a trace is.
    public enum Kind {
        CONTACT,
        /// Of whoever put a posting up, and of the employer.
        NAME,
        TITLE,
        SENTENCE,
        ADDRESS,
        DIGEST
    }
}
