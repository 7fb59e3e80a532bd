package lurewatch.indexer;

/// A stretch of a posting's text that one hand wrote for one purpose.
public record Block(Kind kind, String text) {
    /// What a block is within its page.
    public enum Kind {
        TITLE,
        BODY,
        /// Name or handle of whoever posted it.
        AUTHOR,
        /// A labelled value: employer, location, salary.
        FIELD,
        /// Somebody's answer under the posting.
        COMMENT,
        /// Alternative text of an image.
        ALT
    }
}
