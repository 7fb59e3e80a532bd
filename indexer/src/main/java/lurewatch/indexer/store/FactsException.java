package lurewatch.indexer.store;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/// The facts cannot be read or written. They can always be made anew from the archive.
public sealed class FactsException extends RuntimeException permits StrangeFactsException {
    private static final long serialVersionUID = 1;

    private static final Set<SQLiteErrorCode> CONTENT =
            EnumSet.of(
                    SQLiteErrorCode.SQLITE_TOOBIG,
                    SQLiteErrorCode.SQLITE_CONSTRAINT,
                    SQLiteErrorCode.SQLITE_MISMATCH);

    FactsException(String message) {
        super(message);
    }

    FactsException(String message, Throwable cause) {
        super(message, cause);
    }

    /// Whether what was to be stored is to blame, and not the store: too large, of a wrong type, or
    /// against a rule of the schema.
    public boolean isOfContent() {
        return getCause() instanceof SQLException e && isOfContent(e);
    }

    static boolean isOfContent(SQLException e) {
        return CONTENT.contains(SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xFF));
    }
}
