package lurewatch.indexer.stamp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.settings.StrictYaml;

/// Whom to ask for time stamps: `config/timestamps.yaml`; nobody where there is no such file.
///
/// @param allowCidr blocks of addresses that authorities may have although they are not public
public record Authorities(List<Authority> authorities, List<String> allowCidr) {
    public static final String FILE = "timestamps.yaml";

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

    /// Reads it from that folder of settings.
    public static Authorities read(Path config) {
        Path file = config.resolve(FILE);
        return Files.exists(file)
                ? StrictYaml.read(file, Authorities.class)
                : new Authorities(List.of(), List.of());
    }

    /// The file of an authority's certificate.
    public static Path certificate(Path config, Authority authority) {
        return config.resolve(authority.certificate());
    }
}
