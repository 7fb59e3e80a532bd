package lurewatch.crawler.browser;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import lurewatch.crawler.settings.Render;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running Chromium with a profile of its own, which is gone with it.
///
/// Commands go over its standard input and output: it listens at no port. It sits in a new network
/// namespace that has no interface which is up, so that a page that breaks out of every rule inside
/// the browser still reaches nobody. When this program is killed, the pipe breaks and it ends.
final class BrowserProcess implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(BrowserProcess.class);
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(2);
    private static final int COMPLAINT = 2_000;

    private final Process process;
    private final Path profile;
    private final DevTools devTools;

    private BrowserProcess(Process process, Path profile, DevTools devTools) {
        this.process = process;
        this.profile = profile;
        this.devTools = devTools;
    }

    static BrowserProcess start(Render settings) throws BrowserException {
        Path profile = profile(settings);
        try {
            Process process = builder(settings, profile).start();
            AtomicReference<String> complaint = new AtomicReference<>("");
            Thread.ofPlatform()
                    .daemon()
                    .name("browser-complaints")
                    .start(() -> listen(process.getErrorStream(), complaint));
            BrowserProcess started =
                    new BrowserProcess(
                            process,
                            profile,
                            new DevTools(process.getInputStream(), process.getOutputStream()));
            started.awaitWord(settings, complaint);
            return started;
        } catch (IOException e) {
            delete(profile);
            throw new BrowserException("the browser does not start: " + e.getMessage(), e);
        }
    }

    String product() throws BrowserException {
        return devTools.call("Browser.getVersion", START).path("product").asText();
    }

    private void awaitWord(Render settings, AtomicReference<String> complaint)
            throws BrowserException {
        try {
            product();
        } catch (BrowserException e) {
            close();
            String said = lastLine(complaint.get());
            throw new BrowserException(
                    settings.browser().orElseThrow()
                            + " does not start in its isolation: "
                            + (said.isEmpty() ? e.getMessage() : said),
                    e);
        }
    }

    private static ProcessBuilder builder(Render settings, Path profile) {
        List<String> command = new ArrayList<>(isolation(settings));
        // Chromium's pipe is its descriptors 3 and 4; Java gives a process 0, 1 and 2.
        command.addAll(List.of("sh", "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null"));
        command.add(settings.browser().orElseThrow());
        command.addAll(
                List.of(
                        "--headless=new",
                        "--remote-debugging-pipe",
                        "--user-data-dir=" + profile,
                        "--no-first-run",
                        "--no-default-browser-check",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-default-apps",
                        "--disable-extensions",
                        "--disable-sync",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-breakpad",
                        "--block-new-web-contents",
                        "--mute-audio",
                        "--hide-scrollbars",
                        "--lang=en-US",
                        // A second wall, were the namespace not there: every name is unknown, and
                        // every connection goes to a proxy that is none.
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--proxy-server=http://127.0.0.1:1",
                        "--proxy-bypass-list=<-loopback>",
                        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
                        "--js-flags=--max-old-space-size=512",
                        "about:blank"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(profile.toFile());
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().put("HOME", profile.toString());
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("TZ", "UTC");
        return builder;
    }

    private static List<String> isolation(Render settings) {
        return isRoot()
                ? List.of(
                        "unshare",
                        "--net",
                        "--",
                        "sh",
                        "-c",
                        "exec setpriv --reuid=\"$0\" --regid=\"$(id -g \"$0\")\""
                                + " --clear-groups --no-new-privs -- \"$@\"",
                        settings.user())
                : List.of("unshare", "--user", "--map-current-user", "--net", "--");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name", "").equals("root");
    }

    private static Path profile(Render settings) throws BrowserException {
        try {
            Path profile = Files.createTempDirectory("lurewatch-browser-");
            if (isRoot()) {
                UserPrincipal user =
                        profile.getFileSystem()
                                .getUserPrincipalLookupService()
                                .lookupPrincipalByName(settings.user());
                Files.setOwner(profile, user);
            }
            return profile;
        } catch (IOException e) {
            throw new BrowserException("no folder for the browser's profile: " + e, e);
        }
    }

    /// Keeps the end of what the browser complains of, and reads the rest away.
    private static void listen(InputStream complaints, AtomicReference<String> last) {
        byte[] chunk = new byte[4096];
        try (complaints) {
            int read = complaints.read(chunk);
            while (read >= 0) {
                String all = last.get() + new String(chunk, 0, read, StandardCharsets.UTF_8);
                last.set(all.substring(Math.max(0, all.length() - COMPLAINT)));
                read = complaints.read(chunk);
            }
        } catch (IOException e) {
            LOG.debug("the browser's complaints end: {}", e.toString());
        }
    }

    private static String lastLine(String complaint) {
        return complaint.lines().filter(line -> !line.isBlank()).reduce("", (_, line) -> line);
    }

    DevTools devTools() {
        return devTools;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        devTools.close();
        try {
            process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        delete(profile);
    }

    /// What cannot be deleted now is left to whoever keeps the machine's folder for temporary
    /// files.
    private static void delete(Path folder) {
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            Files.deleteIfExists(file);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) {
                            return FileVisitResult.CONTINUE; // the browser has just deleted it
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(Path dir, IOException e)
                                throws IOException {
                            Files.deleteIfExists(dir);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            LOG.warn("the browser's folder {} is left: {}", folder, e.toString());
        }
    }
}
