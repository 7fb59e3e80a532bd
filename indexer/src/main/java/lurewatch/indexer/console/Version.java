package lurewatch.indexer.console;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints: the version that the build wrote into the jar.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"lurewatch " + number()};
    }

    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not built as a jar)");
    }
}
