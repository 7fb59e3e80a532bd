package lurewatch.searchcli.casework;

/// `casework.db` cannot be read or written. Unlike facts and index it cannot be made anew.
public final class CaseworkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CaseworkException(String message) {
        super(message);
    }

    CaseworkException(String message, Throwable cause) {
        super(message, cause);
    }
}
