package lurewatch.searchcli.casework;

/// A file of events from elsewhere is not as it was written, or does not fit what is here. Nothing
/// of it was taken in.
public final class ForeignLogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignLogException(String message) {
        super(message);
    }
}
