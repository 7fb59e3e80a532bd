package lurewatch.searchcli.notice;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.settings.StrictYaml;

/// Who answers for which addresses and accounts: `config/platforms.yaml`. A host that nobody there
/// has stands for itself.
///
/// @param ground what a notice is based on, in the notifier's words
/// @param platforms each with a name, the hosts that are its own, and kinds of accounts
public record Platforms(String ground, List<Platform> platforms) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    /// One platform.
    ///
    /// @param name as in the names of files
    /// @param hosts its own, with everything below them
    /// @param contacts kinds of accounts that it runs
    /// @param channel how it takes notices; for the operator
    public record Platform(
            String name,
            String title,
            List<String> hosts,
            List<ContactKind> contacts,
            String channel) {
        public Platform {
            hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
            contacts = List.copyOf(contacts);
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("not a name for files: " + name);
            }
        }

        private boolean has(String host) {
            return hosts.stream().anyMatch(own -> host.equals(own) || host.endsWith("." + own));
        }

        boolean runs(String kind) {
            return contacts.stream().anyMatch(own -> own.label().equals(kind));
        }
    }

    public Platforms {
        platforms = List.copyOf(platforms);
        Set<String> names = new HashSet<>();
        for (Platform platform : platforms) {
            if (!names.add(platform.name())) {
                throw new IllegalArgumentException("two platforms are called " + platform.name());
            }
        }
    }

    /// Reads it from that folder of settings.
    public static Platforms read(Path config) {
        return StrictYaml.read(config.resolve("platforms.yaml"), Platforms.class);
    }

    Optional<Platform> ofHost(String host) {
        return platforms.stream().filter(platform -> platform.has(host)).findFirst();
    }
}
