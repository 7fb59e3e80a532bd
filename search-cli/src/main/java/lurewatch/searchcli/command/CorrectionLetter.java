package lurewatch.searchcli.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import lurewatch.searchcli.export.Handling;
import lurewatch.searchcli.export.Purpose;

/// The letter to who has a pack with a posting that is called back. It repeats nothing of what the
/// posting said, and tells who has counts alone not even which one it is.
final class CorrectionLetter {
    private CorrectionLetter() {}

    /// @param id of the posting
    /// @param reason why it is called back
    /// @param isHeld whether we hold the posting still, so that its captures can be checked
    static String of(
            HandedOn pack,
            String id,
            String reason,
            boolean isHeld,
            Handling.Sender sender,
            Instant now) {
        String head =
                String.format(
                        Locale.ROOT,
                        """
                        %s %s

                        To: %s
                        From: %s, %s
                        Date: %s

                        Correction

                        """,
                        pack.marking().tlp().tag(),
                        pack.marking().pap().tag(),
                        pack.recipient(),
                        sender.name(),
                        sender.contact(),
                        now.truncatedTo(ChronoUnit.SECONDS));
        String of =
                String.format(
                        Locale.ROOT,
                        """

                        Reason:   %s
                        Pack:     %s, handed on for: %s
                        Manifest: sha256:%s

                        """,
                        reason,
                        pack.name(),
                        pack.reason(),
                        pack.manifest());
        if (pack.purpose().equals(Purpose.TREND.label())) {
            return head
                    + "A posting that is among those counted is called back.\n"
                    + of
                    + """
                    The pack has counts alone; those that it is in are one too high. A new pack has them
                    right. Which posting it is and what it said is not told here.
                    """;
        }
        return head
                + "The posting "
                + id
                + " is called back.\n"
                + of
                + """
                Please remove it from your records, or mark it as called back, and tell whoever
                had it from you; so with contacts that only it named. What the posting said is not
                repeated here.\
                """
                + (isHeld
                        ? " Its captures stay in our archive and can be checked.\n"
                        : " We ourselves hold it no more,\nso that it cannot be checked here.\n");
    }
}
