package lurewatch.indexer.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Manual pages of what `--help` says: one for each command, and one that lists them.
final class ManPages {
    private static final String ROOT = "lurewatch";
    private static final String SUFFIX = ".1";
    private static final String EXAMPLES = "Examples:";
    private static final String EXIT = "Exit:";

    private final String version;

    ManPages(String version) {
        this.version = version;
    }

    /// Writes the pages of all commands below the root, and the list of all that lie there: those
    /// of the other program, too.
    ///
    /// @return how many pages lie there
    int write(CommandLine root, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (CommandLine command : root.getSubcommands().values()) {
            writeBelow(command, folder);
        }
        Map<String, String> all = pages(folder);
        save(folder, ROOT, list(all));
        return all.size() + 1;
    }

    private void writeBelow(CommandLine command, Path folder) throws IOException {
        if (command.getCommandSpec().usageMessage().hidden()) {
            return;
        }
        save(folder, name(command), page(command));
        for (CommandLine below : command.getSubcommands().values()) {
            writeBelow(below, folder);
        }
    }

    private static void save(Path folder, String name, String page) throws IOException {
        Files.writeString(folder.resolve(name + SUFFIX), page);
    }

    /// What each page in the folder says it is about, by its name.
    private static Map<String, String> pages(Path folder) throws IOException {
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(SUFFIX) && !name.equals(ROOT + SUFFIX)) {
                    List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
                    String about = lines.get(lines.indexOf(".SH NAME") + 1);
                    pages.put(
                            name.substring(0, name.length() - SUFFIX.length()),
                            about.substring(about.indexOf(" \\- ") + " \\- ".length()));
                }
            }
        }
        return pages;
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    private String page(CommandLine command) {
        Page page = new Page(name(command), about(command));
        CommandSpec spec = command.getCommandSpec();
        page.section("SYNOPSIS");
        page.filled(command.getHelp().synopsis(0).strip().replaceAll("\\s+", " "));
        description(page, spec.usageMessage());
        arguments(page, spec.positionalParameters());
        options(page, spec.options());
        subcommands(page, command);
        footer(page, spec.usageMessage().footer());
        page.section("SEE ALSO");
        page.filled(ROOT + "(1)");
        return page.text();
    }

    /// The header, or where a command has none what its description says first.
    private static String about(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        return Stream.concat(Arrays.stream(usage.header()), Arrays.stream(usage.description()))
                .map(ManPages::plain)
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> line.replaceFirst("\\.$", ""))
                .orElse(command.getCommandName());
    }

    private static void description(Page page, UsageMessageSpec usage) {
        List<String> lines = new ArrayList<>(List.of(usage.description()));
        if (usage.header().length == 0 && !lines.isEmpty()) {
            lines.removeFirst(); // it stands in NAME
        }
        if (lines.stream().anyMatch(line -> !line.isBlank())) {
            page.section("DESCRIPTION");
            lines.forEach(line -> page.line(plain(line)));
        }
    }

    private static void arguments(Page page, List<PositionalParamSpec> parameters) {
        List<PositionalParamSpec> shown =
                parameters.stream().filter(parameter -> !parameter.hidden()).toList();
        if (!shown.isEmpty()) {
            page.section("ARGUMENTS");
            shown.forEach(parameter ->
                    page.term(List.of(), parameter.paramLabel(), description(parameter)));
        }
    }

    private static void options(Page page, List<OptionSpec> options) {
        List<OptionSpec> shown = options.stream().filter(option -> !option.hidden()).toList();
        if (!shown.isEmpty()) {
            page.section("OPTIONS");
            shown.forEach(option ->
                    page.term(
                            names(option),
                            option.arity().max() == 0 ? "" : option.paramLabel(),
                            description(option)));
        }
    }

    private static List<String> names(OptionSpec option) {
        List<String> names = new ArrayList<>(List.of(option.names()));
        if (option.negatable()) {
            names.replaceAll(name -> name.startsWith("--") ? "--[no-]" + name.substring(2) : name);
        }
        return names;
    }

    private static String description(ArgSpec argument) {
        return plain(String.join(" ", argument.description()));
    }

    private static void subcommands(Page page, CommandLine command) {
        if (!command.getSubcommands().isEmpty()) {
            page.section("COMMANDS");
            command.getSubcommands()
                    .values()
                    .forEach(below -> page.term(List.of(name(below) + "(1)"), "", about(below)));
        }
    }

    /// A footer has examples, what exit codes mean, and else remarks.
    private static void footer(Page page, String[] footer) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        String section = "NOTES";
        for (String written : footer) {
            String line = plain(written);
            if (line.equals(EXAMPLES)) {
                section = "EXAMPLES";
            } else if (line.startsWith(EXIT)) {
                section = "EXIT STATUS";
                line = line.substring(EXIT.length()).strip();
            } else if (section.equals("EXIT STATUS") && line.startsWith("    ")) {
                line = line.strip();
            } else if (line.isBlank() && section.equals("EXIT STATUS")) {
                section = "NOTES";
            }
            if (!line.equals(EXAMPLES)) {
                sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(line);
            }
        }
        for (String name : List.of("NOTES", "EXAMPLES", "EXIT STATUS")) {
            List<String> lines = sections.getOrDefault(name, List.of());
            if (lines.stream().anyMatch(line -> !line.isBlank())) {
                page.section(name);
                lines.forEach(page::line);
            }
        }
    }

    /// As picocli prints it.
    private static String plain(String written) {
        return Ansi.OFF.string(written).replace("%n", "\n").replace("%%", "%");
    }

    private String list(Map<String, String> pages) {
        Page page = new Page(ROOT, "find recruitment lures, keep what was seen, search it");
        page.section("SYNOPSIS");
        page.filled(ROOT + " COMMAND [OPTIONS]");
        page.section("COMMANDS");
        pages.forEach((name, about) -> page.encodedTerm(RoffText.line(name + "(1)"), about));
        page.section("ENVIRONMENT");
        page.term(List.of(), "LUREWATCH_DATA", "The data directory, where --data is not given.");
        page.term(List.of(), "LUREWATCH_CONFIG", "The settings, where --config is not given.");
        page.term(List.of(), "LUREWATCH_ANALYST", "Who works here. Default: the login name.");
        page.term(List.of(), "LUREWATCH_REASON", "Why searches are made, where that is recorded.");
        page.term(List.of(), "LUREWATCH_DEBUG", "Where set, faults print their stack traces.");
        page.section("EXIT STATUS");
        page.filled(
                "0 found or done, 1 nothing found, 2 usage or query error, 3 data or settings not"
                        + " usable, 4 integrity check failed, 5 refused by policy, 6 partial, 70 a fault"
                        + " of the program, 130 interrupted");
        return page.text();
    }

    /// One page, in the macros of man(7).
    private final class Page {
        private final StringBuilder roff = new StringBuilder();
        private boolean isPreformatted;

        Page(String name, String about) {
            request(
                    ".TH "
                            + RoffText.line(name.toUpperCase(java.util.Locale.ROOT))
                            + " 1 \"\" \"lurewatch "
                            + RoffText.line(version)
                            + "\" Lurewatch");
            section("NAME");
            request(RoffText.line(name) + " \\- " + RoffText.line(about));
        }

        private void request(String line) {
            roff.append(line).append('\n');
        }

        void section(String name) {
            flow();
            request(".SH " + name);
        }

        private void flow() {
            if (isPreformatted) {
                request(".fi");
                request(".RE");
                isPreformatted = false;
            }
        }

        /// A line as help has it: indented ones stay as they are, others flow.
        void line(String written) {
            for (String line : written.split("\n", -1)) {
                if (line.isBlank()) {
                    flow();
                    paragraph();
                } else if (line.startsWith("  ")) {
                    if (!isPreformatted) {
                        request(".RS 2");
                        request(".nf");
                        isPreformatted = true;
                    }
                    request(RoffText.line(line.substring(2)));
                } else {
                    flow();
                    request(RoffText.line(line));
                }
            }
        }

        /// Not behind a section's head or another one: formatters warn of those.
        private void paragraph() {
            String last = roff.substring(roff.lastIndexOf("\n", roff.length() - 2) + 1).strip();
            if (!last.startsWith(".SH") && !last.equals(".PP")) {
                request(".PP");
            }
        }

        void filled(String text) {
            request(RoffText.line(text));
        }

        void term(List<String> names, String label, String about) {
            StringBuilder term = new StringBuilder();
            for (String name : names) {
                term.append(term.isEmpty() ? "" : ", ")
                        .append("\\fB")
                        .append(RoffText.line(name))
                        .append("\\fR");
            }
            if (!label.isEmpty()) {
                term.append(names.isEmpty() ? "" : "=")
                        .append("\\fI")
                        .append(RoffText.line(label))
                        .append("\\fR");
            }
            encodedTerm(
                    term.toString(),
                    RoffText.line(about.isBlank() ? " " : about.strip().replace('\n', ' ')));
        }

        private void encodedTerm(String term, String about) {
            request(".TP");
            request(term);
            request(about);
        }

        String text() {
            flow();
            String text = roff.toString();
            // A paragraph before a section's head is empty.
            return text.replaceAll("(?m)^\\.PP\n(?=\\.SH)", "").replaceFirst("\\.PP\n$", "");
        }
    }
}
