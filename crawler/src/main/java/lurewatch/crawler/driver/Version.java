package lurewatch.crawler.driver;

import java.util.Optional;
import lurewatch.crawler.Main;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints: the version that the build wrote into the jar.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "lurewatch "
                    + Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                            .orElse("(not built as a jar)")
        };
    }
}
