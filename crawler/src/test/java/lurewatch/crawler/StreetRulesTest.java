package lurewatch.crawler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.HttpURLConnection;
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
            settings | lurewatch.indexer.settings
            site     | lurewatch.indexer.settings lurewatch.indexer.extract com.google.re2j..
            frontier | lurewatch.crawler.settings lurewatch.crawler.site java.sql.. org.sqlite..
            fetch    | lurewatch.crawler.settings lurewatch.crawler.site lurewatch.crawler.frontier lurewatch.indexer.settings lurewatch.indexer.archive lurewatch.indexer.extract edu.uci.ics.crawler4j.. crawlercommons.. org.apache.hc.. com.github.benmanes.caffeine.. org.slf4j..
            service  | lurewatch.crawler.settings lurewatch.crawler.site lurewatch.crawler.frontier lurewatch.crawler.fetch lurewatch.indexer.settings lurewatch.indexer.archive lurewatch.indexer.extract org.slf4j..
            demo     | org.slf4j..
            driver   | lurewatch.crawler.settings lurewatch.crawler.site lurewatch.crawler.frontier lurewatch.crawler.service lurewatch.crawler.demo lurewatch.indexer.. picocli.. org.slf4j..
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
        "javax.net.ssl",
        "javax.security.auth.x500",
        "org.jspecify.annotations"
    };

    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("lurewatch.crawler");

    @Test
    void theTwoProgramsNeverMeet() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("lurewatch.searchcli..")
                .check(CODE);
    }

    @Test
    void onlyTheFetcherConnectsAndOnlyTheDemoListens() {
        noClasses()
                .that()
                .resideOutsideOfPackages("lurewatch.crawler.fetch", "lurewatch.crawler.demo")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Socket.class, ServerSocket.class, URLConnection.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("javax.net..")
                .check(CODE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(URLConnection.class, HttpURLConnection.class)
                .orShould()
                .callMethod(URL.class, "openStream")
                .check(CODE);
    }

    @Test
    void theFrontierKnowsNoEngine() {
        noClasses()
                .that()
                .resideInAnyPackage("lurewatch.crawler.frontier", "lurewatch.crawler.service")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("edu.uci.ics..", "crawlercommons..", "org.apache.hc..")
                .check(CODE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = KNOWN)
    void aPackageKnowsItsRowOfTheTable(String name, @Nullable String others) {
        classes()
                .that()
                .resideInAPackage("lurewatch.crawler." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.of(
                                        Stream.of(JDK),
                                        Stream.of("lurewatch.indexer", "lurewatch.crawler." + name),
                                        Stream.ofNullable(others)
                                                .flatMap(o -> Stream.of(o.split(" ", -1))))
                                .flatMap(packages -> packages)
                                .toArray(String[]::new))
                .check(CODE);
    }

    @Test
    void everyPackageStandsInTheTable() {
        assertThat(
                        CODE.getPackage("lurewatch.crawler").getSubpackages().stream()
                                .map(JavaPackage::getRelativeName)
                                .collect(Collectors.toSet()))
                .isEqualTo(
                        KNOWN.lines()
                                .map(row -> row.substring(0, row.indexOf('|')).strip())
                                .collect(Collectors.toSet()));
    }

    @Test
    void noPackagesStandInACircle() {
        slices().matching("lurewatch.crawler.(*)..").should().beFreeOfCycles().check(CODE);
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
        assertThat(CODE.getPackage("lurewatch.crawler").getSubpackages())
                .allMatch(found -> found.isAnnotatedWith(NullMarked.class));
    }
}
