package lurewatch.crawler.revisit;

/// How well a source's claims that a page has changed agreed with what visits found, at one host:
/// visits after a claim that found a change or found none, and visits without one.
///
/// Some sites say of every page that it changed just now, some never say it: a claim is worth as
/// much as it is made more often of changed pages than of others. The four numbers fade, so that a
/// site may mend its ways.
public record Trust(double toldChanged, double toldSame, double silentChanged, double silentSame) {
    public static final Trust NONE = new Trust(0, 0, 0, 0);

    /// Visits remembered: one so long ago counts 1/e.
    private static final double MEMORY = 200;

    /// As if so many visits had been seen: four changes in five are told, and one false alarm in
    /// fifty.
    private static final double USUAL_VISITS = 2;

    private static final double USUALLY_TOLD = 0.8;
    private static final double USUALLY_FALSE = 0.02;

    /// What one more visit teaches.
    public Trust after(Told told, Sight.Kind seen) {
        boolean changed = seen == Sight.Kind.CHANGED;
        double left = 1 - 1 / MEMORY;
        return new Trust(
                left * toldChanged + (told == Told.NEWS && changed ? 1 : 0),
                left * toldSame + (told == Told.NEWS && !changed ? 1 : 0),
                left * silentChanged + (told == Told.NOTHING && changed ? 1 : 0),
                left * silentSame + (told == Told.NOTHING && !changed ? 1 : 0));
    }

    /// Whether a claim was there before a visit.
    public enum Told {
        NEWS,
        NOTHING
    }

    /// The probability that a page of which a change is claimed has changed.
    ///
    /// @param before the same without the claim
    public double believed(double before) {
        double odds = before / (1 - before) * weight();
        return odds / (1 + odds);
    }

    /// How many times as often a claim is made of changed pages as of others.
    public double weight() {
        double ofChanged =
                (toldChanged + USUALLY_TOLD * USUAL_VISITS)
                        / (toldChanged + silentChanged + USUAL_VISITS);
        double ofOthers =
                (toldSame + USUALLY_FALSE * USUAL_VISITS) / (toldSame + silentSame + USUAL_VISITS);
        return ofChanged / ofOthers;
    }
}
