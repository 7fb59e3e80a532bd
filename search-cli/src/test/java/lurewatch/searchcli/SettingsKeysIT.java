package lurewatch.searchcli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Site;
import lurewatch.indexer.settings.SettingsException;
import lurewatch.indexer.settings.StrictYaml;
import lurewatch.indexer.stamp.Authorities;
import lurewatch.searchcli.command.CaseworkSettings;
import lurewatch.searchcli.export.Handling;
import lurewatch.searchcli.export.Profile;
import lurewatch.searchcli.export.Redaction;
import lurewatch.searchcli.notice.Platforms;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What may be left out of a settings file, and what its page calls required.
final class SettingsKeysIT {
    private static final Path CONFIG =
            Path.of(System.getProperty("lurewatch.root", "..")).resolve("config");

    private static final Map<String, Class<? extends Record>> TYPES =
            Map.of(
                    "lurewatch.yaml", Settings.class,
                    "sites", Site.class,
                    "casework.yaml", CaseworkSettings.class,
                    "handling.yaml", Handling.class,
                    "platforms.yaml", Platforms.class,
                    "timestamps.yaml", Authorities.class,
                    "agencies", Profile.class,
                    "redaction", Redaction.class);

    @TempDir private Path folder;

    /// Every row: a settings file; its group of keys, as a JSON pointer; which of them are
    /// required.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    lurewatch.yaml                |              |
                    lurewatch.yaml                | /limits      |
                    lurewatch.yaml                | /schedule    |
                    lurewatch.yaml                | /alerts      |
                    sites/hojunara.yaml           |              | name kind enabled seeds
                    sites/hojunara.yaml           | /scope       |
                    sites/dcinside-employment.yaml | /recipe |
                    casework.yaml                 |              |
                    handling.yaml                 |              | sender tlp
                    handling.yaml                 | /sender      | name contact
                    platforms.yaml                |              | ground
                    platforms.yaml                | /platforms/0 | name title channel
                    agencies/opencti.yaml         |              | name title recipient channel purposes formats tlp ceiling statement
                    agencies/ngo-statistics.yaml  |              | name title recipient channel purposes formats tlp ceiling statement
                    redaction/contacts.yaml       |              | name description author identity_numbers text
                    """)
    void onlyWhatIsCalledRequiredMustStandThere(String file, String group, String required)
            throws IOException {
        List<String> missed = new ArrayList<>();
        for (String key : keys(file, group)) {
            if (!canBeRead(file, without(file, group, key))) {
                missed.add(key);
            }
        }
        assertThat(missed)
                .containsExactlyInAnyOrder(
                        required == null ? new String[0] : required.split(" ", -1));
    }

    private static ObjectNode root(String file) throws IOException {
        return (ObjectNode) new YAMLMapper().readTree(CONFIG.resolve(file).toFile());
    }

    private static ObjectNode group(ObjectNode root, String pointer) {
        return (ObjectNode) (pointer == null ? root : root.at(pointer));
    }

    private static List<String> keys(String file, String group) throws IOException {
        List<String> keys = new ArrayList<>();
        group(root(file), group).fieldNames().forEachRemaining(keys::add);
        assertThat(keys).isNotEmpty();
        return keys;
    }

    /// JSON is YAML.
    private Path without(String file, String group, String key) throws IOException {
        ObjectNode root = root(file);
        group(root, group).remove(key);
        return Files.writeString(
                folder.resolve("settings.yaml"), new ObjectMapper().writeValueAsString(root));
    }

    private static boolean canBeRead(String file, Path settings) {
        Class<? extends Record> type =
                Objects.requireNonNull(TYPES.get(file.replaceFirst("/.*", "")));
        try {
            StrictYaml.read(settings, type);
            return true;
        } catch (SettingsException _) {
            return false;
        }
    }
}
