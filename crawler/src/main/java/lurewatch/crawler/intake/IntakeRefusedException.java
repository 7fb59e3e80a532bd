package lurewatch.crawler.intake;

/// A file of which nothing is taken: it is not what it says, or not to be trusted as a whole.
public final class IntakeRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    /// Why, which decides about the exit code.
    public enum Kind {
        /// The file cannot be used, or an option is missing.
        UNUSABLE,
        /// Its bytes are not those that it declares itself.
        NOT_WHOLE
    }

    private final Kind kind;

    IntakeRefusedException(Kind kind, String why) {
        super(why);
        this.kind = kind;
    }

    static IntakeRefusedException unusable(String why) {
        return new IntakeRefusedException(Kind.UNUSABLE, why);
    }

    public Kind kind() {
        return kind;
    }
}
