package lurewatch.crawler.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lurewatch.crawler.fetch.StampDoor;
import lurewatch.crawler.settings.Settings;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.stamp.Authorities;
import lurewatch.indexer.stamp.Authorities.Authority;
import lurewatch.indexer.stamp.StampException;
import lurewatch.indexer.stamp.StampToken;
import lurewatch.indexer.stamp.Stamps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The crawler's part of `stamp`: it alone connects to anybody. Sends the requests that wait, and
/// keeps the answers that are good; the others' requests go on waiting.
@Command(
        name = "stamp",
        hidden = true,
        description = "Send the requests for time stamps that wait.")
final class StampCommand implements Callable<ExitCode> {
    private final Session session;

    @Mixin private Folders folders = new Folders();

    StampCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        Path data = folders.dataToRead(session);
        Path config = folders.config(session);
        Authorities known = Authorities.read(config);
        Stamps stamps = Stamps.in(data);
        Settings settings = Settings.read(config.resolve("lurewatch.yaml"));
        int failed = 0;
        try (StampDoor door = new StampDoor(settings, known.allowCidr(), known.patience())) {
            for (Authority of : known.authorities()) {
                for (Stamps.Waiting one : stamps.waiting(List.of(of.name()))) {
                    failed += send(door, stamps, one, of, config) ? 0 : 1;
                }
            }
        }
        if (failed > 0) {
            session.tell(
                    String.format(
                            Locale.ROOT,
                            failed == 1
                                    ? "%d request waits for the next 'lurewatch stamp'"
                                    : "%d requests wait for the next 'lurewatch stamp'",
                            failed));
        }
        return failed == 0 ? ExitCode.FOUND : ExitCode.PARTIAL;
    }

    private boolean send(
            StampDoor door, Stamps stamps, Stamps.Waiting waiting, Authority of, Path config)
            throws IOException {
        byte[] certificate = Files.readAllBytes(Authorities.certificate(config, of));
        byte[] request = Files.readAllBytes(waiting.request());
        try {
            byte[] answer = door.ask(of.url(), request, StampToken.LONGEST);
            StampToken token = stamps.answered(waiting, answer, certificate);
            session.out()
                    .println(
                            TerminalText.line(
                                    String.format(
                                            Locale.ROOT,
                                            "%s stamped %s at %s",
                                            of.name(),
                                            waiting.request().getFileName(),
                                            token.time())));
            return true;
        } catch (StampException | IOException e) {
            session.tell(TerminalText.line(of.name() + ": " + e.getMessage()));
            return false;
        }
    }
}
