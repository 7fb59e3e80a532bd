package lurewatch.searchcli.render;

/// Colour and weight on a terminal, or nothing at all. Takes text that was made safe before; the
/// only escape sequences that ever reach a terminal are written here.
public enum Style {
    PLAIN,
    COLOURED;

    private static final String RESET = "\u001b[0m";

    public String strong(String shown) {
        return in("1", shown);
    }

    public String faint(String shown) {
        return in("2", shown);
    }

    /// The exact words that raised something.
    public String quote(String shown) {
        return this == PLAIN ? "»" + shown + "«" : in("1;33", shown);
    }

    /// Columns that the marks of a quote take beside it.
    int quoteColumns() {
        return this == PLAIN ? 2 : 0;
    }

    /// What a later version has no more.
    public String removed(String shown) {
        return this == PLAIN ? "[-" + shown + "-]" : in("31;9", shown);
    }

    /// What only the later version has.
    public String added(String shown) {
        return this == PLAIN ? "{+" + shown + "+}" : in("32", shown);
    }

    public String urgent(String shown) {
        return in("1;37;41", shown);
    }

    /// Coloured by class: `lure`, `review` or `low`.
    public String byClass(String assessmentClass, String shown) {
        return switch (assessmentClass) {
            case "lure" -> in("1;31", shown);
            case "review" -> in("33", shown);
            default -> in("2", shown);
        };
    }

    private String in(String code, String shown) {
        return this == PLAIN ? shown : "\u001b[" + code + "m" + shown + RESET;
    }
}
