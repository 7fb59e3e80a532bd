package lurewatch.indexer.console;

/// How a command can end. grep's contract: 0 found, 1 nothing found, everything above is trouble.
public enum ExitCode {
    FOUND(0),
    NOTHING_FOUND(1),
    USAGE(2),
    NOT_USABLE(3),
    INTEGRITY(4),
    REFUSED(5),
    PARTIAL(6),
    INTERNAL(70),

    /// To the launcher: the other program has the next part.
    GOES_ON(99),
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
