package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.export.Format;
import lurewatch.searchcli.export.Marking;
import lurewatch.searchcli.export.Pap;
import lurewatch.searchcli.export.Profile;
import lurewatch.searchcli.export.Purpose;
import lurewatch.searchcli.export.Redaction;
import lurewatch.searchcli.export.Tlp;

/// What is asked for, once a profile and what was typed have been put together. There is none that
/// the profile or the purpose forbids.
record PackOrder(
        Profile profile,
        Purpose purpose,
        Marking marking,
        String redaction,
        List<Format> formats,
        String reason,
        Instant asOf) {
    /// @param asked the formats that were typed; none for those of the profile
    /// @param data the data directory that the list will be from
    static PackOrder of(
            Profile profile, PackOptions options, List<Format> asked, Session session, Path data) {
        String reason = options.reason();
        Purpose purpose = purpose(profile, options.purpose());
        Marking marking = marking(profile, purpose, options);
        String redaction = options.redaction().or(profile::redaction).orElse(Redaction.NONE.name());
        List<Format> formats = new PackFormats(profile, redaction, session, data).of(asked);
        return new PackOrder(
                profile,
                purpose,
                marking,
                redaction,
                formats,
                reason,
                options.asOf(session.clock()));
    }

    /// Whether pages go along as they are, so that it matters what else they show.
    boolean showsPages() {
        return formats.stream()
                .anyMatch(EnumSet.of(Format.WACZ, Format.HTML, Format.PDF)::contains);
    }

    /// Whether single postings leave, and not only how many there are.
    boolean tellsPostings() {
        return purpose != Purpose.TREND;
    }

    boolean masksNothing() {
        return redaction.equals(Redaction.NONE.name());
    }

    String formatNames() {
        return names(formats);
    }

    static String names(List<Format> formats) {
        return formats.stream().map(Format::toString).collect(Collectors.joining(", "));
    }

    private static Purpose purpose(Profile profile, Optional<Purpose> asked) {
        String served =
                profile.purposes().stream().map(Purpose::label).collect(Collectors.joining(", "));
        if (asked.isEmpty() && profile.purposes().size() > 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "profile "
                            + profile.name()
                            + " serves several purposes; name one with --purpose: "
                            + served);
        }
        Purpose purpose = asked.orElse(profile.purposes().getFirst());
        if (!profile.purposes().contains(purpose)) {
            throw refused(
                    "profile "
                            + profile.name()
                            + " is for "
                            + served
                            + ", not for "
                            + purpose.label());
        }
        return purpose;
    }

    private static Marking marking(Profile profile, Purpose purpose, PackOptions options) {
        return new Marking(
                tlp(profile, purpose, options.tlp().orElse(profile.tlp())),
                pap(profile, purpose, options.pap().orElse(profile.usualPap(purpose))));
    }

    private static Tlp tlp(Profile profile, Purpose purpose, Tlp tlp) {
        if (tlp.isAbove(profile.ceiling())) {
            throw refused(
                    "profile "
                            + profile.name()
                            + " may receive up to TLP:"
                            + profile.ceiling().label()
                            + ", not TLP:"
                            + tlp.label());
        }
        if (purpose.floor().isAbove(tlp)) {
            throw refused(
                    "a list for "
                            + purpose.label()
                            + " is marked TLP:"
                            + purpose.floor().label()
                            + " at least, not TLP:"
                            + tlp.label());
        }
        return tlp;
    }

    private static Pap pap(Profile profile, Purpose purpose, Pap pap) {
        if (pap.isAbove(profile.most().pap())) {
            throw refused(
                    "the recipient of profile "
                            + profile.name()
                            + " can keep to PAP:"
                            + profile.most().pap().label()
                            + " at most, not to PAP:"
                            + pap.label());
        }
        if (pap.isAbove(purpose.papCeiling())) {
            throw refused(
                    "a list for "
                            + purpose.label()
                            + " asks for what is noticed: PAP:"
                            + purpose.papCeiling().label()
                            + " at most, not PAP:"
                            + pap.label());
        }
        if (purpose.papFloor().isAbove(pap)) {
            throw refused(
                    "a list for "
                            + purpose.label()
                            + " is marked PAP:"
                            + purpose.papFloor().label()
                            + " at least, not PAP:"
                            + pap.label());
        }
        return pap;
    }

    /// How a pack is refused that must not be.
    static CommandFailure refused(String why) {
        return new CommandFailure(ExitCode.REFUSED, why + "; nothing was written");
    }
}
