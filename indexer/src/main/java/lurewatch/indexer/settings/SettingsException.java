package lurewatch.indexer.settings;

/// An operator's file that cannot be used. The message is one line, complete, and meant for them.
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }

    /// `file:line:column: what`, the form that editors jump to.
    public static SettingsException at(String file, int line, int column, String what) {
        return new SettingsException(file + ":" + line + ":" + column + ": " + what);
    }
}
