package lurewatch.searchcli.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.casework.CaseFolder;
import lurewatch.searchcli.casework.Cases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `case tag`: tags a case.
@Command(
        name = "tag",
        header = "Tag a case, or with --off take tags from it.",
        footer = {
            "",
            "Exit: 0 changed, 1 no such case, or nothing to change, 2 usage, 3 casework.db not usable",
        })
final class CaseTagCommand implements Callable<ExitCode> {
    private final Session session;

    private static final Pattern TAG =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._:/-]{0,59}");

    @Mixin private OneCase chosen = new OneCase();

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "TAG",
            description = "Letters, digits and . _ : / -")
    private List<String> tags = List.of();

    @Option(names = "--off", description = "Take them from it.")
    private boolean off;

    @Mixin private Casework casework = new Casework();

    CaseTagCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() {
        for (String tag : tags) {
            if (!TAG.matcher(tag).matches()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "'" + tag + "' is no tag: letters, digits and . _ : / -, at most 60");
            }
        }
        return casework.changed(
                session,
                log -> {
                    Cases cases = new Cases(log);
                    CaseFolder folder = chosen.in(cases);
                    List<String> changing =
                            tags.stream()
                                    .distinct()
                                    .filter(tag -> folder.tags().contains(tag) == off)
                                    .toList();
                    changing.forEach(tag -> {
                        if (off) {
                            cases.untag(folder.id(), tag);
                        } else {
                            cases.tag(folder.id(), tag);
                        }
                    });
                    return Ending.of(session, changing, "nothing to change");
                });
    }
}
