package lurewatch.searchcli.evaluate;

/// One measured figure.
///
/// @param section what it belongs to: `detection`
/// @param row what it is about: a language, a kind of contact, a label
/// @param measure what was measured: `recall_lure`
public record Figure(String section, String row, String measure, Value value) {
    /// How it was measured.
    public sealed interface Value {
        /// A share, with its interval.
        public record Rate(Proportion proportion) implements Value {}

        public record Real(double number) implements Value {}

        public record Count(long count) implements Value {}
    }

    public static Figure rate(String section, String row, String measure, Proportion proportion) {
        return new Figure(section, row, measure, new Value.Rate(proportion));
    }

    static Figure number(String section, String row, String measure, double number) {
        return new Figure(section, row, measure, new Value.Real(number));
    }

    static Figure count(String section, String row, String measure, long count) {
        return new Figure(section, row, measure, new Value.Count(count));
    }
}
