package lurewatch.searchcli.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.settings.SettingsPlace;
import lurewatch.indexer.settings.StrictYaml;

/// What is masked before anything is written: a file of `config/redaction`.
///
/// @param name as in `--redact NAME`
/// @param contacts kinds whose values are masked wherever they stand
/// @param author whether whoever put the posting up is masked by name
/// @param identityNumbers whether numbers of passports, identity cards and the like are
/// @param text how much of the posting's text goes along
public record Redaction(
        String name,
        String description,
        List<ContactKind> contacts,
        Mask author,
        Mask identityNumbers,
        Text text) {
    /// What happens to a value.
    public enum Mask {
        KEEP,
        MASK
    }

    /// How much of a text.
    public enum Text {
        WHOLE,
        /// Only the words that signals quote; the rest is masked, and what the page labels as
        /// employer, place of work and pay.
        QUOTES
    }

    /// Nothing is masked.
    public static final Redaction NONE =
            new Redaction("none", "", List.of(), Mask.KEEP, Mask.KEEP, Text.WHOLE);

    public Redaction {
        contacts = List.copyOf(contacts);
    }

    /// Whether there is one of that name, now.
    public static boolean isKnown(Path config, String name) {
        return name.equals(NONE.name())
                || NamedFile.names(config.resolve("redaction")).contains(name);
    }

    /// Reads the redaction of that name from a folder of settings; `none` masks nothing.
    public static Redaction read(Path config, String name) {
        if (name.equals(NONE.name())) {
            return NONE;
        }
        Path file = NamedFile.in(config, "redaction", name, "--redact");
        Redaction redaction = StrictYaml.read(file, Redaction.class);
        if (!redaction.name().equals(name)) {
            throw SettingsPlace.fault(file, "/name", "is not the name of its file");
        }
        return redaction;
    }

    /// Whether values of that kind of contact are masked.
    public boolean masks(String kind) {
        return Arrays.stream(ContactKind.values())
                .anyMatch(known -> known.label().equals(kind) && contacts.contains(known));
    }
}
