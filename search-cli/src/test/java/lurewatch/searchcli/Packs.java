package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Packs as an operator makes them, and as a recipient checks them.
final class Packs {
    static final String AS_OF = "2026-11-20T00:00:00Z";

    private Packs() {}

    /// Exports all that there is, by the settings that ship.
    ///
    /// @param more options; they stand in the place of the usual ones
    static Cli.Run export(Path data, Path place, String profile, String... more) {
        return export(Cli.inPipe(), data, place, profile, more);
    }

    /// The same in that environment.
    static Cli.Run export(Cli cli, Path data, Path place, String profile, String... more) {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("--for", profile);
        usual.put("--reason", "request 114");
        usual.put("--as-of", AS_OF);
        usual.put("--out", place.toString());
        usual.put("--data", data.toString());
        usual.put("--config", Folders.shippedConfig().toString());
        List.of(more).forEach(usual::remove);
        List<String> args = new ArrayList<>(List.of("export", "*"));
        usual.forEach((option, value) -> args.addAll(List.of(option, value)));
        args.addAll(List.of(more));
        return cli.run(args.toArray(String[]::new));
    }

    /// The same, which must succeed. Gives the pack.
    static Path made(Path data, Path place, String profile, String... more) {
        return made(Cli.inPipe(), data, place, profile, more);
    }

    /// The same in that environment.
    static Path made(Cli cli, Path data, Path place, String profile, String... more) {
        Cli.Run run = export(cli, data, place, profile, more);
        assertThat(run.code()).as(run.err()).isZero();
        return place;
    }

    /// What the commands of a pack's VERIFY.txt say, run as a recipient would copy them.
    static String instructionsRun(Path pack) throws Exception {
        assumeTrue(OthersIT.program("openssl").isPresent(), "no openssl on this machine");
        String script =
                Files.readAllLines(pack.resolve("VERIFY.txt")).stream()
                        .filter(line -> line.startsWith("    "))
                        .collect(Collectors.joining("\n"));
        Process shell =
                new ProcessBuilder("sh", "-c", script)
                        .directory(pack.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return said;
    }
}
