package lurewatch.crawler.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.indexer.settings.SettingsException;
import lurewatch.indexer.settings.SettingsPlace;
import lurewatch.indexer.settings.StrictYaml;

/// The watched sites: every `NAME.yaml` of a folder, in the order of their names.
///
/// @param all enabled or not
public record Sites(List<Site> all) {

    /// What a folder holds: the sites that can be used and, one by one, the faults of the others.
    public record Report(Sites sites, List<SettingsException> faults) {
        public Report {
            faults = List.copyOf(faults);
        }
    }

    private static final String ENDING = ".yaml";

    public Sites {
        all = List.copyOf(all);
    }

    /// The sites of `folder`; the first fault of any file is thrown.
    public static Sites read(Path folder) {
        Report report = check(folder);
        if (!report.faults().isEmpty()) {
            throw report.faults().getFirst();
        }
        return report.sites();
    }

    /// Looks at every file of `folder`, however many are faulty. Only a folder that cannot be
    /// listed is thrown.
    public static Report check(Path folder) {
        List<Site> sites = new ArrayList<>();
        List<SettingsException> faults = new ArrayList<>();
        Map<String, Path> fileOfSeed = new HashMap<>();
        for (Path file : filesIn(folder)) {
            try {
                Site site = read(file, fileOfSeed);
                List<SettingsException> found = SiteCheck.faultsOf(file, site);
                faults.addAll(found);
                if (found.isEmpty()) {
                    sites.add(site);
                }
            } catch (SettingsException e) {
                faults.add(e);
            }
        }
        return new Report(new Sites(sites), faults);
    }

    /// Those that a crawl visits.
    public List<Site> enabled() {
        return all.stream().filter(Site::enabled).toList();
    }

    public Optional<Site> named(String name) {
        return all.stream().filter(site -> site.name().equals(name)).findFirst();
    }

    private static Site read(Path file, Map<String, Path> fileOfSeed) {
        String fileName = file.getFileName().toString();
        if (!fileName.endsWith(ENDING)) {
            throw SettingsException.at(
                    file.toString(), 1, 1, "the name of a site file must end in " + ENDING);
        }
        Site site = StrictYaml.read(file, Site.class);
        String expected = fileName.substring(0, fileName.length() - ENDING.length());
        if (!site.name().equals(expected)) {
            throw SettingsPlace.fault(
                    file,
                    "/name",
                    "name '" + site.name() + "' must be the file's own, '" + expected + "'");
        }
        for (int i = 0; i < site.seeds().size(); i++) {
            Path other = fileOfSeed.putIfAbsent(site.seeds().get(i), file);
            if (other != null) {
                throw SettingsPlace.fault(
                        file,
                        "/seeds/" + i,
                        "seed '" + site.seeds().get(i) + "' stands already in " + other);
            }
        }
        return site;
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(Sites::isYaml).sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new SettingsException("no folder of site files at " + folder, e);
        } catch (IOException e) {
            throw new SettingsException("cannot read folder " + folder + ": " + e.getMessage(), e);
        }
    }

    /// `.yml` counts, so that it is refused aloud and not overlooked in silence.
    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(ENDING) || name.endsWith(".yml"));
    }
}
