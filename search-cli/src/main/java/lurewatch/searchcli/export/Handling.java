package lurewatch.searchcli.export;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.settings.StrictYaml;

/// Who hands on, and how far what each site gave may travel: `config/handling.yaml`.
///
/// @param sender who signs as the author of packs
/// @param tlp of what is seen on sites that are not named in `sites`
/// @param sites by a site's name, where its material was given under another level
/// @param pap of what is seen on sites that are not named in `papSites`; clear where nothing is
///   said
/// @param papSites by a site's name, where its material was given for less
/// @param retention how long captures are kept; `erase --expired` takes away what is older
public record Handling(
        Sender sender,
        Tlp tlp,
        Map<String, Tlp> sites,
        Optional<Pap> pap,
        Optional<Map<String, Pap>> papSites,
        Optional<Duration> retention) {
    /// Who hands on.
    ///
    /// @param contact address or page where recipients can ask
    public record Sender(String name, String contact) {}

    public Handling {
        sites = Map.copyOf(sites);
        papSites = papSites.map(Map::copyOf);
        if (retention.filter(kept -> kept.compareTo(Duration.ofDays(1)) < 0).isPresent()) {
            throw new IllegalArgumentException("retention: less than a day would keep nothing");
        }
    }

    /// Reads it from that folder of settings.
    public static Handling read(Path config) {
        return StrictYaml.read(config.resolve("handling.yaml"), Handling.class);
    }

    Marking of(String site) {
        return new Marking(
                Optional.ofNullable(sites.get(site)).orElse(tlp),
                papSites.map(levels -> levels.get(site)).or(() -> pap).orElse(Pap.CLEAR));
    }
}
