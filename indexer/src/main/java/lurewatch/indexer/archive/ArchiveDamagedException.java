package lurewatch.indexer.archive;

import java.util.Locale;

/// Acknowledged bytes are not what they were: an integrity failure, never repaired silently.
public final class ArchiveDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final long offset;

    /// @param file inside `archive/`
    /// @param offset where the damage was noticed
    public ArchiveDamagedException(String file, long offset, String what) {
        super(message(file, offset, what));
        this.file = file;
        this.offset = offset;
    }

    /// The same where something said so.
    public ArchiveDamagedException(String file, long offset, Exception cause) {
        super(message(file, offset, String.valueOf(cause.getMessage())), cause);
        this.file = file;
        this.offset = offset;
    }

    private static String message(String file, long offset, String what) {
        return String.format(
                Locale.ROOT,
                "archive/%s at byte %d: %s; run 'lurewatch verify' and restore the file from a"
                        + " backup",
                file,
                offset,
                what);
    }

    /// What to tell whoever wanted something out of the archive.
    public String advice() {
        return "the archive is damaged, 'lurewatch verify' says where: " + getMessage();
    }

    /// The damaged file's name inside `archive/`.
    public String file() {
        return file;
    }

    /// Where in that file the damage was noticed.
    public long offset() {
        return offset;
    }
}
