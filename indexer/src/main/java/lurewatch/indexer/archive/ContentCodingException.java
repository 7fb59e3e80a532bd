package lurewatch.indexer.archive;

import java.io.IOException;

/// A body whose content coding is unknown, broken, or bigger than allowed.
public final class ContentCodingException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient byte[] decoded;

    ContentCodingException(String message, byte[] decoded) {
        super(message);
        this.decoded = decoded;
    }

    /// What could be decoded before that point; browsers show it too.
    public byte[] decoded() {
        return decoded;
    }
}
