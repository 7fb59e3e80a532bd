package lurewatch.searchcli.export;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.settings.SettingsPlace;
import lurewatch.indexer.settings.StrictYaml;

/// How one kind of recipient is served: a file of `config/agencies`, chosen with `--for NAME`.
///
/// @param title what a pack for it is called
/// @param recipient who receives it
/// @param channel how it is handed over; for the operator, printed by `--dry-run`
/// @param purposes what a list for it may be for
/// @param formats what it can take, in the order in which they are made when none is named
/// @param tlp how a pack is marked where `--tlp` says nothing
/// @param ceiling the strictest marking that it may receive
/// @param pap what a recipient may do with a pack where `--pap` says nothing; amber where it says
///   nothing either
/// @param papCeiling the strictest of it that the recipient can keep to; all of them where it says
///   nothing
/// @param redaction a file of `config/redaction`, used unless `--redact` names another
/// @param bom whether CSV starts with a byte order mark, without which Excel garbles UTF-8
/// @param stix which dialect of STIX it reads
/// @param smallestCell counts below it are not told in statistics
/// @param language what its readers read, as a tag such as `ko`: what `--translate` translates to;
///   English where it says nothing
/// @param statement what the recipient is told on the cover
public record Profile(
        String name,
        String title,
        String recipient,
        String channel,
        List<Purpose> purposes,
        List<Format> formats,
        Tlp tlp,
        Tlp ceiling,
        Optional<Pap> pap,
        Optional<Pap> papCeiling,
        Optional<String> redaction,
        Optional<Boolean> bom,
        Optional<Stix> stix,
        Optional<Integer> smallestCell,
        Optional<String> language,
        String statement) {
    /// A dialect of STIX 2.1.
    public enum Stix {
        /// The standard and its published extensions only.
        STANDARD,
        /// Phone numbers and wallets as the observables that OpenCTI defines.
        OPENCTI;

        /// As settings and the account write it.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Those that a label names: all of them where it is none, as in accounts from before it
        /// was noted.
        public static Set<Stix> labelled(String label) {
            EnumSet<Stix> named = EnumSet.allOf(Stix.class);
            named.removeIf(dialect -> !dialect.label().equals(label));
            return named.isEmpty() ? EnumSet.allOf(Stix.class) : named;
        }
    }

    private static final int USUAL_SMALLEST_CELL = 5;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    /// Recruiters look at who looks at them, and what is theirs is gone an hour after they notice.
    private static final Pap USUAL_PAP = Pap.AMBER;

    public Profile {
        purposes = List.copyOf(purposes);
        formats = List.copyOf(formats);
        if (purposes.isEmpty() || formats.isEmpty()) {
            throw new IllegalArgumentException("a profile needs a purpose and a format");
        }
        if (tlp.isAbove(ceiling)) {
            throw new IllegalArgumentException(
                    "tlp " + tlp.label() + " is stricter than its ceiling " + ceiling.label());
        }
        if (pap.isPresent() && papCeiling.filter(pap.get()::isAbove).isPresent()) {
            throw new IllegalArgumentException(
                    "pap "
                            + pap.get().label()
                            + " is stricter than its pap_ceiling "
                            + papCeiling.get().label());
        }
        if (purposes.contains(Purpose.VICTIM_URGENT) && purposes.size() > 1) {
            throw new IllegalArgumentException(
                    "a profile for victim-urgent serves no other purpose");
        }
        if (purposes.contains(Purpose.TREND) != formats.contains(Format.STATISTICS)) {
            throw new IllegalArgumentException(
                    "purpose trend and format statistics belong together");
        }
        if (formats.contains(Format.NOTICES) && !purposes.contains(Purpose.TAKEDOWN)) {
            throw new IllegalArgumentException("format notices belongs to purpose takedown");
        }
        if (formats.contains(Format.STATISTICS) && formats.size() > 1) {
            throw new IllegalArgumentException("statistics stand alone");
        }
        if (language.filter(tag -> !LANGUAGE.matcher(tag).matches()).isPresent()) {
            throw new IllegalArgumentException(
                    "language '" + language.get() + "' is no tag such as ko or zh-Hans");
        }
    }

    /// Reads the profile of that name from a folder of settings.
    public static Profile read(Path config, String name) {
        Path file = NamedFile.in(config, "agencies", name, "--for");
        Profile profile = StrictYaml.read(file, Profile.class);
        if (!profile.name().equals(name)) {
            throw SettingsPlace.fault(file, "/name", "is not the name of its file");
        }
        return profile;
    }

    /// The strictest marking that the recipient may receive and can keep to.
    public Marking most() {
        return new Marking(ceiling, papCeiling.orElse(Pap.RED));
    }

    /// What a recipient may do with a list of that purpose unless it is said for this one list.
    public Pap usualPap(Purpose purpose) {
        Pap usual = pap.orElse(USUAL_PAP);
        if (purpose.papFloor().isAbove(usual)) {
            return purpose.papFloor();
        }
        Pap most = most().pap();
        Pap strictest = purpose.papCeiling().isAbove(most) ? most : purpose.papCeiling();
        return usual.isAbove(strictest) ? strictest : usual;
    }

    /// The dialect of STIX that it is written.
    public Stix dialect() {
        return stix.orElse(Stix.STANDARD);
    }

    public String languageRead() {
        return language.orElse("en");
    }

    public int smallestCount() {
        return smallestCell.orElse(USUAL_SMALLEST_CELL);
    }
}
