package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lurewatch.indexer.Digest;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.JsonLine;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.stamp.Authorities;
import lurewatch.searchcli.custody.BagCheck;
import lurewatch.searchcli.custody.Keys;
import lurewatch.searchcli.render.LeadText;
import lurewatch.searchcli.wacz.WaczCheck;
import lurewatch.searchcli.wacz.WaczFile;

/// Says whether a pack, or a web archive alone, is as it was made.
final class PackCheck {
    private final Session session;
    private final Folders folders;
    private final ReportFormat.Format format;

    PackCheck(Session session, Folders folders, ReportFormat.Format format) {
        this.session = session;
        this.folders = folders;
        this.format = format;
    }

    ExitCode check(Path path) throws IOException {
        Path place = path.toAbsolutePath().normalize();
        Report report = Files.isRegularFile(place) ? ofFile(place) : ofPack(place, path);
        switch (format) {
            case TABLE, PLAIN -> print(report);
            case JSONL -> printJson(report);
        }
        return report.problems().isEmpty() ? ExitCode.FOUND : ExitCode.INTEGRITY;
    }

    /// What was found, of a pack or of a web archive alone.
    ///
    /// @param held what is said of the captures
    record Report(
            List<BagCheck.Problem> problems,
            int files,
            int captures,
            String held,
            Optional<String> signer,
            List<String> notes) {}

    private Report ofFile(Path file) throws IOException {
        WaczCheck.Result result = WaczCheck.of(file, keys());
        return new Report(
                result.problems().stream()
                        .map(problem -> new BagCheck.Problem(problem.file(), problem.what()))
                        .toList(),
                result.files(),
                result.captures().size(),
                "as the index says",
                result.signer(),
                result.notes());
    }

    /// @param typed the place as it was named
    Report ofPack(Path pack, Path typed) throws IOException {
        if (!Files.isDirectory(pack)) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE,
                    "there is no pack at " + typed + "; a pack is a directory, or a .wacz file");
        }
        if (Stream.of("bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "custody")
                .noneMatch(part -> Files.exists(pack.resolve(part), LinkOption.NOFOLLOW_LINKS))) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE,
                    typed
                            + " is no pack, as nothing in it belongs to one; a pack has bagit.txt"
                            + " beside its data/");
        }
        List<BagCheck.Problem> problems = new ArrayList<>();
        Map<String, String> enclosed = Map.of();
        Path wacz = pack.resolve("data").resolve(WaczFile.NAME);
        if (Files.isRegularFile(wacz, LinkOption.NOFOLLOW_LINKS)) {
            WaczCheck.Result result = WaczCheck.of(wacz, keys());
            enclosed = result.captures();
            for (WaczCheck.Problem problem : result.problems()) {
                problems.add(
                        new BagCheck.Problem(
                                "data/" + WaczFile.NAME + " " + problem.file(), problem.what()));
            }
        }
        BagCheck.Result result = BagCheck.of(pack, keys(), enclosed, trusted());
        problems.addAll(0, result.problems());
        return new Report(
                problems,
                result.files(),
                result.captures(),
                result.areLinesProved()
                        ? "proved to be in the ledger"
                        : "with a way to the ledger's root",
                result.signer(),
                result.notes());
    }

    /// Nor settings; whoever has some is told whether a time stamp is of one of their authorities.
    private Set<Digest> trusted() throws IOException {
        Path config = folders.namedConfig(session);
        Set<Digest> trusted = new HashSet<>();
        for (Authorities.Authority authority : Authorities.read(config).authorities()) {
            Path certificate = Authorities.certificate(config, authority);
            if (Files.isRegularFile(certificate)) {
                trusted.add(Digest.of(Files.readAllBytes(certificate)));
            }
        }
        return trusted;
    }

    /// Whoever receives a pack has no data directory, and needs none.
    private Keys keys() {
        return Keys.in(folders.namedData(session));
    }

    private void print(Report result) {
        result.problems().forEach(problem -> line(problem.file() + ": " + problem.what()));
        result.notes().forEach(note -> line("note: " + note));
        line(
                String.format(
                        Locale.ROOT,
                        "%s: %s, %s %s; %s",
                        result.problems().isEmpty() ? "ok" : "DAMAGED",
                        LeadText.counted(result.files(), "file"),
                        LeadText.counted(result.captures(), "capture"),
                        result.held(),
                        result.problems().isEmpty()
                                ? "no problem"
                                : LeadText.counted(result.problems().size(), "problem")));
        result.signer().ifPresent(name -> line("signed with " + name));
    }

    private void line(String text) {
        session.out().println(TerminalText.line(text));
    }

    private void printJson(Report result) {
        for (BagCheck.Problem problem : result.problems()) {
            session.out()
                    .println(
                            JsonLine.versioned()
                                    .put("problem", problem.what())
                                    .put("file", problem.file()));
        }
        session.out()
                .println(
                        JsonLine.versioned()
                                .put("clean", result.problems().isEmpty())
                                .put("files", result.files())
                                .put("captures", result.captures())
                                .put("signer", result.signer())
                                .put("problems", result.problems().size())
                                .putStrings("notes", result.notes()));
    }
}
