package lurewatch.crawler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A folder of settings as an operator would write it, with the signals that are shipped.
public final class ConfigFiles {
    private ConfigFiles() {}

    /// Writes `lurewatch.yaml`, the site files and a link to the signals.
    ///
    /// @param settings of `lurewatch.yaml`
    /// @param sites what the file of each site says below its name
    public static void write(Path folder, String settings, Map<String, String> sites)
            throws IOException {
        Path siteFiles = Files.createDirectories(folder.resolve("sites"));
        Files.createSymbolicLink(
                folder.resolve("signals"),
                Path.of(System.getProperty("lurewatch.root"), "config", "signals"));
        Files.writeString(folder.resolve("lurewatch.yaml"), settings);
        for (Map.Entry<String, String> site : sites.entrySet()) {
            Files.writeString(
                    siteFiles.resolve(site.getKey() + ".yaml"),
                    "name: " + site.getKey() + "\n" + site.getValue());
        }
    }
}
