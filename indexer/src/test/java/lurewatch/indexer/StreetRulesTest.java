package lurewatch.indexer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ObjectInputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.util.Random;
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
    /// Every package, and what it knows besides itself, the nouns, the JDK and JSpecify.
    private static final String KNOWN =
            """
            settings | com.fasterxml.jackson.. org.yaml.snakeyaml..
            rules    | lurewatch.indexer.settings
            text     | com.ibm.icu..
            console  | lurewatch.indexer.settings com.ibm.icu.. org.jline.. picocli..
            archive  | org.netpreserve.jwarc.. com.fasterxml.jackson.. org.slf4j..
            extract  | lurewatch.indexer.text org.jsoup.. com.ibm.icu.. com.fasterxml.jackson.. com.google.re2j..
            detect   | lurewatch.indexer.text lurewatch.indexer.rules com.google.i18n.phonenumbers..
            store    | java.sql.. org.sqlite.. com.fasterxml.jackson..
            index    | org.apache.lucene.. com.ibm.icu..
            search   | lurewatch.indexer.index org.apache.lucene..
            pipeline | lurewatch.indexer.archive lurewatch.indexer.extract lurewatch.indexer.store lurewatch.indexer.index org.slf4j..
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
                    .importPackages("lurewatch.indexer");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = KNOWN)
    void aPackageKnowsItsRowOfTheTable(String name, @Nullable String others) {
        classes()
                .that()
                .resideInAPackage("lurewatch.indexer." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.of(
                                        Stream.of(JDK),
                                        Stream.of("lurewatch.indexer", "lurewatch.indexer." + name),
                                        Stream.ofNullable(others)
                                                .flatMap(o -> Stream.of(o.split(" ", -1))))
                                .flatMap(packages -> packages)
                                .toArray(String[]::new))
                .check(CODE);
    }

    @Test
    void everyPackageStandsInTheTable() {
        assertThat(
                        CODE.getPackage("lurewatch.indexer").getSubpackages().stream()
                                .map(JavaPackage::getRelativeName)
                                .collect(Collectors.toSet()))
                .isEqualTo(
                        KNOWN.lines()
                                .map(row -> row.substring(0, row.indexOf('|')).strip())
                                .collect(Collectors.toSet()));
    }

    @Test
    void nounsKnowNeitherStationsNorFilesNorTheNetwork() {
        classes()
                .that()
                .resideInAPackage("lurewatch.indexer")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "lurewatch.indexer",
                        "java.lang..",
                        "java.math",
                        "java.nio.charset",
                        "java.security",
                        "java.time..",
                        "java.util..",
                        "org.jspecify.annotations")
                .check(CODE);
    }

    @Test
    void detectorsArePure() {
        noClasses()
                .that()
                .resideInAPackage("lurewatch.indexer.detect")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io", "java.nio.file..", "java.time", "java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .check(CODE);
    }

    @Test
    void noPackagesStandInACircle() {
        slices().matching("lurewatch.indexer.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void nothingOpensAConnection() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Socket.class,
                        ServerSocket.class,
                        URLConnection.class,
                        HttpURLConnection.class)
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http", "java.nio.channels.spi")
                .check(CODE);
    }

    @Test
    void nothingReadsSerialisedObjects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .check(CODE);
    }

    @Test
    void onlyTheConsoleKnowsTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage("lurewatch.indexer.console")
                .should()
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
        assertThat(CODE.getPackage("lurewatch.indexer").getSubpackages())
                .allMatch(found -> found.isAnnotatedWith(NullMarked.class));
    }
}
