package lurewatch.crawler.doctor;

/// What one look at the machine gave.
///
/// @param check what was looked at, in one word
/// @param what was seen
/// @param remedy what to do; empty where there is nothing to do
public record Finding(String check, Level level, String what, String remedy) {
    /// How bad it is.
    public enum Level {
        OK,
        /// A crawl runs, but not for long, or not as it should.
        WARN,
        /// A crawl would not start, or could not keep what it sees.
        FAIL,
        /// The archive is not as it was written.
        DAMAGED;

        public boolean isTrouble() {
            return this == FAIL || this == DAMAGED;
        }
    }

    static Finding ok(String check, String what) {
        return new Finding(check, Level.OK, what, "");
    }

    static Finding warn(String check, String what, String remedy) {
        return new Finding(check, Level.WARN, what, remedy);
    }

    static Finding fail(String check, String what, String remedy) {
        return new Finding(check, Level.FAIL, what, remedy);
    }

    static Finding damaged(String check, String what, String remedy) {
        return new Finding(check, Level.DAMAGED, what, remedy);
    }
}
