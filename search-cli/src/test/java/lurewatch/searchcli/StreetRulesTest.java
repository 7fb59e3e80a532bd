package lurewatch.searchcli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds all three modules to the table "Which package may know which" and to the invariants of
/// `docs/architecture.md` that can be read off the classes. It stands here because only the tests
/// of this module see the other two.
final class StreetRulesTest {
    /// Every package, and what it knows besides itself, the nouns, the JDK and JSpecify.
    private static final String KNOWN =
            """
            indexer.settings  | com.fasterxml.jackson.. org.yaml.snakeyaml..
            indexer.rules     | lurewatch.indexer.settings lurewatch.indexer.learned
            indexer.text      | com.ibm.icu..
            indexer.console   | lurewatch.indexer.settings lurewatch.indexer.text com.ibm.icu.. org.jline.. picocli..
            indexer.archive   | org.netpreserve.jwarc.. org.brotli.dec com.github.luben.zstd com.fasterxml.jackson.. org.slf4j..
            indexer.picture   | com.google.zxing.. java.awt java.awt.image javax.imageio..
            indexer.extract   | lurewatch.indexer.text lurewatch.indexer.picture org.jsoup.. com.ibm.icu.. com.fasterxml.jackson.. com.google.re2j.. de.siegmar.fastcsv.. org.apache.james.mime4j..
            indexer.learned   | lurewatch.indexer.settings de.bwaldvogel.liblinear com.fasterxml.jackson..
            indexer.scan      | lurewatch.indexer.text lurewatch.indexer.rules
            indexer.contact   | lurewatch.indexer.scan lurewatch.indexer.text lurewatch.indexer.rules com.google.i18n.phonenumbers..
            indexer.detect    | lurewatch.indexer.scan lurewatch.indexer.contact lurewatch.indexer.text lurewatch.indexer.rules lurewatch.indexer.learned
            indexer.campaign  | lurewatch.indexer.text lurewatch.indexer.store
            indexer.store     | lurewatch.indexer.text java.sql.. org.sqlite.. com.fasterxml.jackson..
            indexer.index     | lurewatch.indexer.text org.apache.lucene.. com.ibm.icu..
            indexer.search    | lurewatch.indexer.index lurewatch.indexer.text org.apache.lucene..
            indexer.pipeline  | lurewatch.indexer.archive lurewatch.indexer.extract lurewatch.indexer.detect lurewatch.indexer.campaign lurewatch.indexer.store lurewatch.indexer.index lurewatch.indexer.text org.slf4j..
            indexer.erasure   | lurewatch.indexer.archive lurewatch.indexer.store lurewatch.indexer.index com.fasterxml.jackson..
            indexer.stamp     | lurewatch.indexer.settings org.bouncycastle.. javax.security.auth.x500
            crawler.settings  | lurewatch.indexer.settings
            crawler.site      | lurewatch.indexer.settings lurewatch.indexer.extract com.google.re2j.. com.ibm.icu..
            crawler.revisit   | lurewatch.crawler.settings
            crawler.simulate  | lurewatch.crawler.settings lurewatch.crawler.revisit
            crawler.frontier  | lurewatch.crawler.settings lurewatch.crawler.site lurewatch.crawler.revisit lurewatch.crawler.focus lurewatch.indexer.store java.sql.. org.sqlite..
            crawler.browser   | lurewatch.crawler.settings com.fasterxml.jackson.. org.slf4j..
            crawler.fetch     | lurewatch.crawler.settings lurewatch.crawler.site lurewatch.crawler.frontier lurewatch.crawler.browser lurewatch.indexer.settings lurewatch.indexer.archive lurewatch.indexer.extract edu.uci.ics.crawler4j.. crawlercommons.. org.apache.hc.. com.github.benmanes.caffeine.. org.slf4j.. javax.net.ssl javax.security.auth.x500
            crawler.service   | lurewatch.crawler.settings lurewatch.crawler.site lurewatch.crawler.frontier lurewatch.crawler.fetch lurewatch.indexer.settings lurewatch.indexer.archive lurewatch.indexer.extract lurewatch.indexer.text lurewatch.indexer.console com.fasterxml.jackson.. ch.qos.logback.. com.sun.net.httpserver org.slf4j..
            crawler.intake    | lurewatch.crawler.site lurewatch.indexer.extract org.netpreserve.jwarc.. com.github.luben.zstd com.fasterxml.jackson.. de.siegmar.fastcsv..
            crawler.alert     | lurewatch.crawler.settings lurewatch.crawler.frontier lurewatch.crawler.fetch lurewatch.crawler.service lurewatch.indexer.console com.fasterxml.jackson.. org.slf4j..
            crawler.doctor    | lurewatch.crawler.settings lurewatch.crawler.browser lurewatch.crawler.site lurewatch.crawler.frontier lurewatch.indexer.settings lurewatch.indexer.archive lurewatch.indexer.rules lurewatch.indexer.learned lurewatch.indexer.store lurewatch.indexer.index lurewatch.indexer.search com.sun.management
            crawler.focus     | lurewatch.crawler.site
            crawler.discovery | lurewatch.crawler.settings lurewatch.crawler.site lurewatch.indexer.settings lurewatch.indexer.store crawlercommons..
            crawler.demo      | org.slf4j..
            crawler.driver    | lurewatch.crawler.settings lurewatch.crawler.discovery lurewatch.crawler.site lurewatch.crawler.frontier lurewatch.crawler.fetch lurewatch.crawler.service lurewatch.crawler.alert lurewatch.crawler.doctor lurewatch.crawler.intake lurewatch.crawler.demo lurewatch.crawler.revisit lurewatch.crawler.simulate lurewatch.indexer.. picocli.. org.slf4j..
            searchcli.casework | lurewatch.indexer.console lurewatch.indexer.store java.sql.. org.sqlite.. com.fasterxml.jackson..
            searchcli.campaigns | lurewatch.searchcli.casework lurewatch.searchcli.leads lurewatch.indexer.store lurewatch.indexer.search lurewatch.indexer.campaign
            searchcli.watch   | lurewatch.searchcli.casework lurewatch.indexer.console lurewatch.indexer.index lurewatch.indexer.search lurewatch.indexer.store lurewatch.indexer.campaign
            searchcli.overview | lurewatch.searchcli.leads lurewatch.searchcli.campaigns lurewatch.searchcli.casework lurewatch.searchcli.watch lurewatch.searchcli.render lurewatch.indexer.console lurewatch.indexer.index lurewatch.indexer.search lurewatch.indexer.store
            searchcli.shell   | lurewatch.indexer.console lurewatch.indexer.index lurewatch.indexer.search org.jline.. picocli..
            searchcli.command | lurewatch.searchcli.shell lurewatch.searchcli.overview lurewatch.searchcli.watch lurewatch.searchcli.casework lurewatch.searchcli.campaigns lurewatch.searchcli.intake lurewatch.searchcli.leads lurewatch.searchcli.render lurewatch.searchcli.export lurewatch.searchcli.interchange lurewatch.searchcli.dossier lurewatch.searchcli.custody lurewatch.searchcli.witness lurewatch.searchcli.notice lurewatch.searchcli.wacz lurewatch.searchcli.evaluate lurewatch.indexer.. picocli..
            searchcli.evaluate | lurewatch.searchcli.intake lurewatch.searchcli.render lurewatch.indexer.console lurewatch.indexer.rules lurewatch.indexer.learned de.siegmar.fastcsv.. com.fasterxml.jackson..
            searchcli.intake  | lurewatch.indexer.console com.fasterxml.jackson..
            searchcli.leads   | lurewatch.indexer.index lurewatch.indexer.search lurewatch.indexer.campaign
            searchcli.render  | lurewatch.searchcli.leads lurewatch.searchcli.campaigns lurewatch.searchcli.casework lurewatch.indexer.console lurewatch.indexer.search lurewatch.indexer.store lurewatch.indexer.text
            searchcli.export  | lurewatch.searchcli.render lurewatch.searchcli.campaigns lurewatch.indexer.campaign lurewatch.indexer.console lurewatch.indexer.settings lurewatch.indexer.store lurewatch.indexer.text de.siegmar.fastcsv.. org.dhatim.fastexcel com.fasterxml.jackson.. javax.xml.stream
            searchcli.interchange | lurewatch.searchcli.export com.fasterxml.jackson.. org.erdtman.jcs
            searchcli.dossier | lurewatch.searchcli.export lurewatch.indexer.console lurewatch.indexer.archive java.awt java.awt.image javax.imageio..
            searchcli.notice  | lurewatch.searchcli.export lurewatch.indexer.console lurewatch.indexer.settings com.fasterxml.jackson..
            searchcli.wacz    | lurewatch.searchcli.export lurewatch.searchcli.custody lurewatch.indexer.console lurewatch.indexer.archive com.fasterxml.jackson..
            searchcli.witness | lurewatch.searchcli.casework lurewatch.searchcli.intake lurewatch.indexer.console lurewatch.indexer.store com.fasterxml.jackson..
            searchcli.custody | lurewatch.indexer.console lurewatch.indexer.archive lurewatch.indexer.stamp com.fasterxml.jackson..
            """;

    /// A row of the document's table, such as "| `.store` | facts in SQLite …".
    private static final Pattern PACKAGE_ROW =
            Pattern.compile("\\| `(lurewatch\\.[a-z]+|\\.[a-z]+)` \\|");

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
                    .importPackages("lurewatch");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = KNOWN)
    void aPackageKnowsItsRowOfTheTable(String name, @Nullable String others) {
        classes()
                .that()
                .resideInAPackage("lurewatch." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.of(
                                        Stream.of(JDK),
                                        Stream.of("lurewatch.indexer", "lurewatch." + name),
                                        Stream.ofNullable(others)
                                                .flatMap(o -> Stream.of(o.split(" ", -1))))
                                .flatMap(packages -> packages)
                                .toArray(String[]::new))
                .check(CODE);
    }

    @Test
    void everyPackageStandsInTheTable() {
        assertThat(
                        packages()
                                .map(JavaPackage::getName)
                                .map(name -> name.substring("lurewatch.".length()))
                                .collect(Collectors.toSet()))
                .isEqualTo(
                        KNOWN.lines()
                                .map(row -> row.substring(0, row.indexOf('|')).strip())
                                .collect(Collectors.toSet()));
    }

    /// The document leaves out the programs' names below a module's root: `.store` stands below
    /// `lurewatch.indexer`.
    @Test
    void theDocumentNamesEveryPackage() throws IOException {
        Path document = Path.of("..", "docs", "architecture.md");
        List<String> documented = new ArrayList<>();
        String root = "";
        for (String line : Files.readAllLines(document)) {
            Matcher row = PACKAGE_ROW.matcher(line);
            if (row.lookingAt() && row.group(1).startsWith("lurewatch.")) {
                root = row.group(1);
            } else if (row.lookingAt()) {
                documented.add(root + row.group(1));
            }
        }
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        packages().map(JavaPackage::getName).collect(Collectors.toSet()));
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        assertThat(packages()).allMatch(found -> found.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void noPackagesStandInACircle() {
        slices().matching("lurewatch.(*).(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void theTwoProgramsNeverMeet() {
        noClasses()
                .that()
                .resideInAPackage("lurewatch.crawler..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("lurewatch.searchcli..")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage("lurewatch.searchcli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("lurewatch.crawler..")
                .check(CODE);
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
                .resideInAnyPackage(
                        "lurewatch.indexer.scan",
                        "lurewatch.indexer.contact",
                        "lurewatch.indexer.detect")
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
    void theFrontierKnowsNoEngine() {
        noClasses()
                .that()
                .resideInAnyPackage("lurewatch.crawler.frontier", "lurewatch.crawler.service")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("edu.uci.ics..", "crawlercommons..", "org.apache.hc..")
                .check(CODE);
    }

    @Test
    void onlyTheFetcherConnectsAndOnlyTheDemoListens() {
        noClasses()
                .that()
                .resideOutsideOfPackages("lurewatch.crawler.fetch", "lurewatch.crawler.demo")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Socket.class, ServerSocket.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.net..", "java.nio.channels.spi")
                .check(CODE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(URL.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(URLConnection.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http")
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
    void onlyTheConsoleAndMainKnowTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage("lurewatch.indexer.console")
                .and()
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
    void onlyMainAsksTheSystemForTheTime() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Main")
                .should()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(CODE);
    }

    /// The packages below a module's root.
    private static Stream<JavaPackage> packages() {
        return Stream.of("indexer", "crawler", "searchcli")
                .flatMap(
                        module -> CODE.getPackage("lurewatch." + module).getSubpackages().stream());
    }
}
