package lurewatch.searchcli.export;

/// Why a posting that was found does not go along.
public enum Dropped {
    CONTEXT("warnings, news, victims' accounts and other context are no suspects"),
    LABELLED("an analyst labelled it as no suspect; 'lurewatch show ID' says who and why"),
    NOT_AN_ACCOUNT("this purpose takes victims' own accounts only"),
    ABOVE_CEILING("marked stricter than the list"),
    RETRACTED("called back with 'lurewatch retract'"),
    LATER("first seen after the time of the list"),
    CHANGED_LATER("its text, as known, is younger than the time of the list");

    private final String why;

    Dropped(String why) {
        this.why = why;
    }

    public String why() {
        return why;
    }
}
