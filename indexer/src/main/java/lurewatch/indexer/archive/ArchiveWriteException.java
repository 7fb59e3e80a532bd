package lurewatch.indexer.archive;

/// The capture was not acknowledged: the disk refused to take it, or can no longer be trusted.
public final class ArchiveWriteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ArchiveWriteException(String message, Throwable cause) {
        super(message, cause);
    }
}
