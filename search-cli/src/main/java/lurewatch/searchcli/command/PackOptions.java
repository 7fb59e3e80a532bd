package lurewatch.searchcli.command;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.searchcli.export.Pap;
import lurewatch.searchcli.export.Purpose;
import lurewatch.searchcli.export.Tlp;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a pack needs to be told.
final class PackOptions {
    @Option(
            names = "--for",
            paramLabel = "PROFILE",
            description = "The recipient: a file of config/agencies, without .yaml.")
    private @Nullable String profile;

    @Option(
            names = "--tlp",
            paramLabel = "LEVEL",
            description =
                    "How the pack is marked (TLP 2.0): clear, green, amber, amber+strict, red. What"
                            + " is marked stricter stays here. Default: what the profile says.")
    private @Nullable String tlp;

    @Option(
            names = "--pap",
            paramLabel = "LEVEL",
            description = {
                "What the recipient may do with it without being noticed (PAP). Default: what the"
                        + " profile says, for takedown green at most.",
                "clear (or white): no limit. green: visit, ask for a removal, block. amber: passive"
                        + " checks only. red: own closed records only, no look-up on the network."
            })
    private @Nullable String pap;

    @Option(
            names = "--purpose",
            paramLabel = "PURPOSE",
            description =
                    "takedown, intelligence, victim-urgent or trend. Default: the profile's, if it"
                            + " has one only.")
    private @Nullable String purpose;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description =
                    "Why it is handed on; recorded. Required with --for, and told to the"
                            + " recipient.")
    private @Nullable String reason;

    @Option(
            names = "--redact",
            paramLabel = "NAME",
            description =
                    "What is masked first: a file of config/redaction, or none. Default: the"
                            + " profile's.")
    private @Nullable String redact;

    @Option(
            names = "--translate",
            paramLabel = "PROGRAM",
            description = {
                "A program of yours that puts a translation beside each posting, into the language"
                        + " of the profile. It gets a line of JSON for each (id, lang, to, title,"
                        + " text), masked as it will leave, and answers with a line (id, title, text).",
                "Whatever it sends elsewhere has left: take one that works on this machine."
            })
    private @Nullable String translate;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "The time of the list, 2026-11-01 (the end of that day, UTC) or"
                            + " 2026-11-01T12:00:00Z: what became known later stays out, and the"
                            + " same list gives the same bytes. Default: now.")
    private @Nullable String asOf;

    @Option(
            names = "--dry-run",
            description =
                    "Say what would go, what would be left out and why; write nothing. It needs no"
                            + " --out.")
    private boolean dryRun;

    @Nullable String profile() {
        return profile;
    }

    boolean isDryRun() {
        return dryRun;
    }

    Optional<String> redaction() {
        return Optional.ofNullable(redact);
    }

    /// The program that translates.
    Optional<String> translator() {
        if (translate != null && translate.isBlank()) {
            throw new CommandFailure(ExitCode.USAGE, "--translate: name a program");
        }
        return Optional.ofNullable(translate);
    }

    /// Without a profile the other options would be silently without effect.
    void requireNothingElse() {
        boolean any =
                Stream.of(tlp, pap, purpose, redact, translate, asOf)
                        .anyMatch(option -> option != null);
        if (any) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--tlp, --pap, --purpose, --redact, --translate and --as-of belong to a pack:"
                            + " name its recipient with --for");
        }
    }

    Optional<String> statedReason() {
        return Optional.ofNullable(reason);
    }

    String reason() {
        if (reason == null || reason.isBlank()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "say why with --reason TEXT; it is recorded and told");
        }
        return reason.strip();
    }

    Optional<Tlp> tlp() {
        return Optional.ofNullable(tlp)
                .map(written ->
                        Tlp.labelled(written)
                                .orElseThrow(() ->
                                        unknown(
                                                "--tlp",
                                                written,
                                                Arrays.stream(Tlp.values()).map(Tlp::label))));
    }

    Optional<Pap> pap() {
        return Optional.ofNullable(pap)
                .map(written ->
                        Pap.labelled(written)
                                .orElseThrow(() ->
                                        unknown(
                                                "--pap",
                                                written,
                                                Arrays.stream(Pap.values()).map(Pap::label))));
    }

    Optional<Purpose> purpose() {
        return Optional.ofNullable(purpose)
                .map(written ->
                        Purpose.labelled(written)
                                .orElseThrow(() ->
                                        unknown(
                                                "--purpose",
                                                written,
                                                Arrays.stream(Purpose.values())
                                                        .map(Purpose::label))));
    }

    /// The time of the list. A date alone means its end.
    Instant asOf(InstantSource clock) {
        if (asOf == null) {
            return clock.instant();
        }
        try {
            return asOf.length() == "2026-11-01".length()
                    ? LocalDate.parse(asOf)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusMillis(1)
                    : Instant.parse(asOf);
        } catch (DateTimeParseException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--as-of: '" + asOf + "' is neither 2026-11-01 nor 2026-11-01T12:00:00Z",
                    e);
        }
    }

    private static CommandFailure unknown(String option, String written, Stream<String> allowed) {
        return new CommandFailure(
                ExitCode.USAGE,
                option
                        + ": '"
                        + written
                        + "' is not one of "
                        + allowed.collect(Collectors.joining(", ")));
    }
}
