package lurewatch.indexer.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StrictYamlTest {
    public enum Colour {
        DARK_RED,
        BLUE
    }

    public record Inner(int count, ByteSize size) {
        public static final Inner DEFAULTS = new Inner(7, new ByteSize(2048));

        public Inner {
            if (count < 0) {
                throw new IllegalArgumentException("count must not be negative: " + count);
            }
        }
    }

    public record Outer(
            String name,
            Optional<Duration> every,
            Colour colour,
            Optional<Inner> inner,
            List<String> tags,
            Optional<LocalDate> since) {}

    public record Holder(String name, Inner inner) {}

    @TempDir Path folder;

    @Test
    void readsEveryKindOfValue() throws IOException {
        Outer outer =
                read(
                        """
                        name: a
                        every: 5m
                        colour: dark-red
                        inner: {count: 3, size: 8MB}
                        tags: [x, y]
                        since: 2026-08-01
                        """);
        assertThat(outer)
                .isEqualTo(
                        new Outer(
                                "a",
                                Optional.of(Duration.ofMinutes(5)),
                                Colour.DARK_RED,
                                Optional.of(new Inner(3, new ByteSize(8 << 20))),
                                List.of("x", "y"),
                                Optional.of(LocalDate.of(2026, 8, 1))));
    }

    @Test
    void whatIsLeftOutIsEmptyOrTheDefault() throws IOException {
        Outer outer = read("name: a\ncolour: blue\ninner: {}\n");
        assertThat(outer.every()).isEmpty();
        assertThat(outer.tags()).isEmpty();
        assertThat(outer.inner()).contains(Inner.DEFAULTS);
    }

    @Test
    void aGroupLeftOutHasTheDefaultsOfItsType() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.yaml"), "name: a\n");
        assertThat(StrictYaml.read(file, Holder.class)).isEqualTo(new Holder("a", Inner.DEFAULTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# count: 3\n", "---\n", "{}\n", "~\n"})
    void aFileOfNothingButCommentsLeavesEveryKeyOut(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.yaml"), yaml);
        assertThat(StrictYaml.read(file, Inner.class)).isEqualTo(Inner.DEFAULTS);
        assertThatThrownBy(() -> StrictYaml.read(file, Holder.class))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("settings.yaml:1:1: missing key 'name'");
    }

    /// Every row: a file (`|` for a new line), where in it, and what the message must say.
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            textBlock =
                    """
                    name: a|colour: blue|colur: red     ~ 3:1 ~ unknown key 'colur'; allowed here: colour, every, inner, name, since, tags
                    colour: blue                        ~ 1:  ~ missing key 'name'
                    name: a|colour: green               ~ 2:  ~ 'green' is no one of dark-red, blue in 'colour'
                    name: a|colour: blue|every: soon    ~ 3:  ~ 'soon' is no duration
                    name: a|colour: blue|since: 1 August ~ 3:  ~ '1 August' is no day such as 2026-08-01 in 'since'
                    name: a|colour: blue|since: 2026-02-30 ~ 3: ~ '2026-02-30' is no day
                    name: a|colour: blue|inner: {count: -1} ~ 3: ~ count must not be negative: -1 in 'inner'
                    name: a|colour: blue|inner: {count: x} ~ 3: ~ expected number in 'inner.count'
                    name: a|colour: blue|inner: {size: 8 MiB} ~ 3: ~ '8 MiB' is no size such as 65536, 512KB or 8MB in 'inner.size'
                    name: a|name: b|colour: blue        ~ 2:  ~ uplicate
                    name: [a                            ~ 1:  ~ expected
                    name: a|colour: blue|tags: x        ~ 3:  ~ in 'tags'
                    name: 5|colour: blue                ~ 1:  ~ in 'name'
                    """)
    void saysWhereAndWhat(String file, String where, String what) {
        assertThatThrownBy(() -> read(file.replace('|', '\n')))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("settings.yaml:" + where)
                .hasMessageContaining(what.strip())
                .message()
                .doesNotContain("\n");
    }

    private Outer read(String yaml) throws IOException {
        return StrictYaml.read(
                Files.writeString(folder.resolve("settings.yaml"), yaml), Outer.class);
    }
}
