package lurewatch.searchcli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds this module to the table "Which package may know which" and to the invariants of
/// `docs/architecture.md` that can be read off the classes.
final class StreetRulesTest {
    /// Every package, and what it knows besides itself, the library's nouns, the JDK and JSpecify.
    private static final String KNOWN =
            """
            command | lurewatch.searchcli.intake lurewatch.searchcli.render lurewatch.searchcli.export lurewatch.searchcli.evaluate lurewatch.indexer.. picocli..
            evaluate | lurewatch.searchcli.intake lurewatch.searchcli.render lurewatch.indexer.console lurewatch.indexer.rules com.fasterxml.jackson..
            intake  | lurewatch.indexer.console com.fasterxml.jackson..
            render  | lurewatch.indexer.console lurewatch.indexer.search lurewatch.indexer.store
            export  | lurewatch.searchcli.render lurewatch.indexer.console lurewatch.indexer.search de.siegmar.fastcsv.. com.fasterxml.jackson..
            """;

    private static final String[] JDK = {
        "java.lang..",
        "java.io",
        "java.math",
        "java.net",
        "java.nio..",
        "java.security..",
        "java.text",
        "java.time..",
        "java.util..",
        "org.jspecify.annotations"
    };

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("lurewatch.searchcli");

    @Test
    void theTwoProgramsNeverMeet() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("lurewatch.crawler..")
                .check(CODE);
    }

    @Test
    void nothingOpensAConnection() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Socket.class, ServerSocket.class, URLConnection.class, URL.class)
                .check(CODE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = KNOWN)
    void aPackageKnowsItsRowOfTheTable(String name, @Nullable String others) {
        classes()
                .that()
                .resideInAPackage("lurewatch.searchcli." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.of(
                                        Stream.of(JDK),
                                        Stream.of(
                                                "lurewatch.indexer", "lurewatch.searchcli." + name),
                                        Stream.ofNullable(others)
                                                .flatMap(o -> Stream.of(o.split(" ", -1))))
                                .flatMap(packages -> packages)
                                .toArray(String[]::new))
                .check(CODE);
    }

    @Test
    void everyPackageStandsInTheTable() {
        assertThat(
                        CODE.getPackage("lurewatch.searchcli").getSubpackages().stream()
                                .map(JavaPackage::getRelativeName)
                                .collect(Collectors.toSet()))
                .isEqualTo(
                        KNOWN.lines()
                                .map(row -> row.substring(0, row.indexOf('|')).strip())
                                .collect(Collectors.toSet()));
    }

    @Test
    void noPackagesStandInACircle() {
        slices().matching("lurewatch.searchcli.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void nothingKnowsTheStandardStreamsButMain() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Main")
                .should()
                .accessField(System.class, "in")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(IO.class)
                .check(CODE);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        assertThat(CODE.getPackage("lurewatch.searchcli").getSubpackages())
                .allMatch(found -> found.isAnnotatedWith(NullMarked.class));
    }
}
