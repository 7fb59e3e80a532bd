package lurewatch.crawler.driver;

import picocli.CommandLine.Option;

/// `--format` of commands whose objects need no word in their help.
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "plain",
            description = "${COMPLETION-CANDIDATES}.")
    private Format format = Format.PLAIN;

    Format chosen() {
        return format;
    }
}
