package lurewatch.indexer.archive;

/// Somebody else is writing to this archive; nothing was touched.
public final class ArchiveBusyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ArchiveBusyException(String message) {
        super(message);
    }
}
