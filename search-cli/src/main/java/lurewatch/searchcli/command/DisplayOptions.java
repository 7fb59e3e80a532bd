package lurewatch.searchcli.command;

import java.util.Locale;
import lurewatch.indexer.console.LinkForm;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.render.CampaignText;
import lurewatch.searchcli.render.Style;
import picocli.CommandLine.Option;

/// How output for people looks.
final class DisplayOptions {
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description =
                    "Colour: auto (default: on a terminal or with CLICOLOR_FORCE, unless NO_COLOR is"
                            + " set), always or never.")
    private Colour colour = Colour.AUTO;

    @Option(
            names = "--raw",
            description =
                    "Show links as they are. By default they are made harmless: hxxps://a[.]b.")
    private boolean raw;

    Style style(Session session) {
        boolean coloured =
                switch (colour) {
                    case ALWAYS -> true;
                    case NEVER -> false;
                    case AUTO ->
                            session.variable("NO_COLOR").isEmpty()
                                    && (isForced(session) || showsColours(session));
                };
        return coloured ? Style.COLOURED : Style.PLAIN;
    }

    private static boolean isForced(Session session) {
        return session.variable("CLICOLOR_FORCE").filter(value -> !value.equals("0")).isPresent();
    }

    private static boolean showsColours(Session session) {
        return session.isTerminal() && !session.variable("TERM").orElse("").equals("dumb");
    }

    /// How wide a line may be: as the terminal is. A pipe has no end.
    static int columns(Session session) {
        return session.isTerminal() ? session.width() : Integer.MAX_VALUE;
    }

    CampaignText campaigns(Session session) {
        return new CampaignText(style(session), links(), columns(session));
    }

    LinkForm links() {
        return raw ? LinkForm.RAW : LinkForm.DEFANGED;
    }
}
