package lurewatch.crawler.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `service.json` in the data directory, where a crawl says every few seconds how it does. It is
/// replaced whole, never forced to disk, and nobody relies on it: who writes the directory is known
/// by its lock.
public final class StateFile {
    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private static final int MOST_BYTES = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private boolean complained;

    public StateFile(Path data) {
        this.file = data.resolve("service.json");
    }

    /// Says how the crawl does. Where that cannot be written it is told once: a full disk is no
    /// reason to stop, and has its own way to be heard of.
    public void write(ServiceState state) {
        Path fresh = file.resolveSibling("service.json.new");
        try {
            Files.writeString(fresh, state.json() + "\n", StandardCharsets.UTF_8);
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            complained = false;
        } catch (IOException e) {
            if (!complained) {
                LOG.warn("cannot write {}: {}", file, e.toString());
            }
            complained = true;
        }
    }

    /// What was said last; empty where nothing was, or nothing that can be understood.
    public Optional<ServiceState> read() {
        try (var in = Files.newInputStream(file)) {
            return Optional.of(ServiceState.of(JSON.readTree(in.readNBytes(MOST_BYTES))));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} is not understood: {}", file, e.toString());
            return Optional.empty();
        }
    }
}
