package lurewatch.crawler.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lurewatch.crawler.frontier.Clocks;
import lurewatch.crawler.settings.Settings;
import lurewatch.indexer.archive.ArchiveDamagedException;

/// Looks at machine, settings and data, in the order in which trouble with them shows.
public final class Doctor {
    private final Map<String, Check> checks = new LinkedHashMap<>();

    private Doctor() {}

    /// A doctor for this machine.
    ///
    /// @param data the data directory, which need not be there yet
    /// @param settings where they can be read
    /// @param searchPath where programs are, as in `PATH`
    public static Doctor of(
            Path data, Path config, Optional<Settings> settings, Clocks clocks, String searchPath) {
        Doctor doctor = new Doctor();
        doctor.checks.put("java", new JavaCheck());
        doctor.checks.put("memory", new MemoryCheck());
        doctor.checks.put("files", new DescriptorCheck());
        doctor.checks.put("config", new ConfigCheck(config));
        doctor.checks.put("folder", new PermissionCheck(data));
        doctor.checks.put(
                "disk", new DiskCheck(data, settings.map(read -> read.storage().diskReserve())));
        doctor.checks.put("file system", new FileSystemCheck(data));
        doctor.checks.put("lock", new LockCheck(data));
        doctor.checks.put("archive", new ArchiveCheck(data));
        doctor.checks.put("clock", new ClockCheck(data, clocks));
        doctor.checks.put("stores", new StoresCheck(data));
        doctor.checks.put("browser", new BrowserCheck(settings.map(Settings::render), searchPath));
        return doctor;
    }

    /// Makes every look, and tells of each finding as it is made.
    public List<Finding> examine(Consumer<Finding> told) {
        List<Finding> findings = new ArrayList<>();
        checks.forEach((name, check) -> {
            for (Finding finding : findingsOf(name, check)) {
                findings.add(finding);
                told.accept(finding);
            }
        });
        return List.copyOf(findings);
    }

    /// A look that fails is a finding: the others go on.
    private static List<Finding> findingsOf(String name, Check check) {
        try {
            return check.look();
        } catch (ArchiveDamagedException e) {
            return List.of(
                    Finding.damaged(
                            name,
                            String.valueOf(e.getMessage()),
                            "until then no crawl starts, and nothing is touched"));
        } catch (Exception e) {
            return List.of(
                    Finding.fail(
                            name,
                            "could not be looked at: " + e.getMessage(),
                            "see the message; another user may own the files"));
        }
    }
}
