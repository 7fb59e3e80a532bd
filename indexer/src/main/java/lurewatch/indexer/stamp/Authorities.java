package lurewatch.indexer.stamp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.settings.StrictYaml;

/// Whom to ask for time stamps: `config/timestamps.yaml`; nobody where there is no such file.
///
/// @param allowCidr blocks of addresses that authorities may have although they are not public
/// @param longestWait for one authority's answer
public record Authorities(
        List<Authority> authorities, List<String> allowCidr, Optional<Duration> longestWait) {
    public static final String FILE = "timestamps.yaml";

    /// An authority has one digest to sign.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /// Whom to ask.
    ///
    /// @param name of files and in what is printed
    /// @param certificate a file of the settings' folder: the certificate, in PEM, that the
    ///   authority's own chain leads to; nothing else is trusted
    public record Authority(String name, String url, String certificate) {
        private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");

        public Authority {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "an authority's name is of a-z, 0-9 and -: '" + name + "'");
            }
        }
    }

    public Authorities {
        authorities = List.copyOf(authorities);
        allowCidr = List.copyOf(allowCidr);
        Set<String> names = new HashSet<>();
        for (Authority authority : authorities) {
            if (!names.add(authority.name())) {
                throw new IllegalArgumentException("two authorities named " + authority.name());
            }
        }
    }

    /// How long to wait for one authority's answer.
    public Duration patience() {
        return longestWait.orElse(LONGEST_WAIT);
    }

    /// Reads it from that folder of settings.
    public static Authorities read(Path config) {
        Path file = config.resolve(FILE);
        return Files.exists(file)
                ? StrictYaml.read(file, Authorities.class)
                : new Authorities(List.of(), List.of(), Optional.empty());
    }

    /// The file of an authority's certificate.
    public static Path certificate(Path config, Authority authority) {
        return config.resolve(authority.certificate());
    }
}
