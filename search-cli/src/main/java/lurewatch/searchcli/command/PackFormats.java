package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.dossier.PdfFile;
import lurewatch.searchcli.export.Format;
import lurewatch.searchcli.export.Profile;
import lurewatch.searchcli.export.Redaction;
import lurewatch.searchcli.wacz.WaczFile;

/// Which formats a pack gets: what was asked for, or else what the profile lists and this machine
/// can make.
///
/// @param data the data directory that the list will be from
record PackFormats(Profile profile, String redaction, Session session, Path data) {
    /// What is asked for by name must be possible; what only the profile lists is left out where it
    /// is not, and said.
    List<Format> of(List<Format> asked) {
        if (asked.isEmpty()) {
            return usual();
        }
        List<Format> chosen = asked.stream().distinct().toList();
        for (Format format : chosen) {
            if (!profile.formats().contains(format)) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "profile "
                                + profile.name()
                                + " takes "
                                + PackOrder.names(profile.formats())
                                + ", not "
                                + format
                                + "; the list stands in its file in config/agencies");
            }
        }
        if (chosen.contains(Format.WACZ)) {
            whyNoWacz()
                    .ifPresent(why -> {
                        throw PackOrder.refused("wacz is not possible: " + why);
                    });
        }
        return chosen;
    }

    private List<Format> usual() {
        List<Format> usual = new ArrayList<>(profile.formats());
        if (usual.contains(Format.PDF) && !PdfFile.isPossible(session)) {
            session.tell(
                    "no pdf: there is no Chromium to print it; dossier.html prints the same from any"
                            + " browser");
            usual.remove(Format.PDF);
        }
        if (usual.contains(Format.WACZ)) {
            whyNoWacz()
                    .ifPresent(why -> {
                        session.tell("no wacz: " + why);
                        usual.remove(Format.WACZ);
                    });
        }
        return List.copyOf(usual);
    }

    private Optional<String> whyNoWacz() {
        if (!redaction.equals(Redaction.NONE.name())) {
            return Optional.of(
                    "captures cannot be masked, and redaction '" + redaction + "' is asked for");
        }
        return WaczFile.isPossible(data)
                ? Optional.empty()
                : Optional.of("there is no archive to take captures from");
    }
}
