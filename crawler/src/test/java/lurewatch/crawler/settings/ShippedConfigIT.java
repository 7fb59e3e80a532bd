package lurewatch.crawler.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.Sites;
import lurewatch.indexer.SiteKind;
import lurewatch.indexer.extract.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The very files that an operator gets.
final class ShippedConfigIT {
    private static final Path CONFIG =
            Path.of(System.getProperty("lurewatch.root", "..")).resolve("config");

    private static final Set<Class<?>> GROUPS = Set.of(Revisit.class, Watch.class, Focus.class);

    @TempDir Path folder;

    @Test
    void theSettingsFileSaysWhatTheDefaultsAre() {
        assertThat(Settings.read(CONFIG.resolve("lurewatch.yaml"))).isEqualTo(Settings.DEFAULTS);
    }

    @Test
    void aCrawlDoesNotStartUntilSomebodySaysWhoHeIs() {
        assertThat(Settings.read(CONFIG.resolve("lurewatch.yaml")).identity().isComplete())
                .isFalse();
    }

    @Test
    void theExampleOfAnIdentityIsOneThatIsAccepted() throws IOException {
        String file = Files.readString(CONFIG.resolve("lurewatch.yaml"));
        assertThat(keyWithValue(file, "user_agent")).isEqualTo("ExampleDeskBot");
        Identity identity =
                new Identity(
                        Optional.of(keyWithValue(file, "user_agent")),
                        Optional.of(keyWithValue(file, "contact")));
        assertThat(file).contains("User-Agent: " + identity.header());
    }

    @Test
    void everyKeyIsExplainedAboveIt() throws IOException {
        String file = Files.readString(CONFIG.resolve("lurewatch.yaml"));
        assertThat(keysOf(Settings.class))
                .allSatisfy(key -> assertThat(file).containsPattern("(?m)^#? ?" + key + ":"));
        for (RecordComponent group : Settings.class.getRecordComponents()) {
            everyKeyIsExplained(file, group.getType(), "  ");
        }
    }

    /// A key stands in a file below its explanation, alone or after at most two others that share
    /// it; a group of keys stands without a value.
    private static void everyKeyIsExplained(String file, Class<?> group, String indent) {
        for (RecordComponent component : group.getRecordComponents()) {
            String name = new SnakeCaseStrategy().translate(component.getName());
            String before = "#?" + indent + " ?";
            boolean isGroup = GROUPS.contains(component.getType());
            assertThat(file)
                    .containsPattern("(?m)^" + before + name + ":" + (isGroup ? "$" : " *\\S"))
                    .containsPattern(
                            "(?ms)^ *#[^\n]*\n("
                                    + before
                                    + "\\w+: [^\n]+\n){0,2}"
                                    + before
                                    + name
                                    + ":");
            if (isGroup) {
                everyKeyIsExplained(file, component.getType(), indent + "  ");
            }
        }
    }

    @Test
    void thePageAboutSiteFilesNamesEveryKeyOfThem() throws IOException {
        String page = Files.readString(CONFIG.resolve("README.md"));
        assertThat(keysOf(Site.class)).allSatisfy(key -> assertThat(page).contains("`" + key));
        assertThat(Stream.of(SiteKind.values()).map(ShippedConfigIT::written))
                .allSatisfy(kind -> assertThat(page).contains("`" + kind + "`"));
        assertThat(Recipe.fieldNames()).allSatisfy(field -> assertThat(page).contains(field + ":"));
    }

    @Test
    void everySiteFileIsInOrderAndDisabled() {
        Sites.Report report = Sites.check(CONFIG.resolve("sites"));
        assertThat(report.faults()).isEmpty();
        assertThat(report.sites().all()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(report.sites().enabled()).isEmpty();
        assertThat(report.sites().all().stream().map(Site::kind).distinct())
                .containsExactlyInAnyOrder(SiteKind.values());
    }

    @Test
    void everySiteFileSaysWhatAnOperatorMustSettleFirst() throws IOException {
        try (Stream<Path> files = Files.list(CONFIG.resolve("sites"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .contains("Language: ", "Why it matters: ", "terms of use and robots.txt");
            }
        }
    }

    @Test
    void theSiteInFiveLinesOfThePageIsAccepted() throws IOException {
        String page = Files.readString(CONFIG.resolve("README.md"));
        var block = Pattern.compile("(?s)```yaml\n(name: my-board\n.*?)```").matcher(page);
        assertThat(block.find()).isTrue();
        assertThat(block.group(1).lines()).hasSize(5);
        Files.writeString(folder.resolve("my-board.yaml"), block.group(1));
        assertThat(Sites.read(folder).enabled()).hasSize(1);
    }

    private static String keyWithValue(String file, String key) {
        var found = Pattern.compile("(?m)^# +" + key + ": (\\S+)$").matcher(file);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static List<String> keysOf(Class<?> record) {
        var snakeCase = new SnakeCaseStrategy();
        return Stream.of(record.getRecordComponents())
                .map(component -> snakeCase.translate(component.getName()))
                .toList();
    }

    private static String written(SiteKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
