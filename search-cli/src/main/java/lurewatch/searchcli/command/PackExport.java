package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.indexer.Digest;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.indexer.console.Version;
import lurewatch.indexer.rules.GazetteerPlace;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.casework.Account;
import lurewatch.searchcli.custody.Seal;
import lurewatch.searchcli.dossier.PdfFile;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.Dropped;
import lurewatch.searchcli.export.Format;
import lurewatch.searchcli.export.Glossary;
import lurewatch.searchcli.export.Handling;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.Marking;
import lurewatch.searchcli.export.Pack;
import lurewatch.searchcli.export.PackWriter;
import lurewatch.searchcli.export.Pap;
import lurewatch.searchcli.export.Profile;
import lurewatch.searchcli.export.Purpose;
import lurewatch.searchcli.export.Redaction;
import lurewatch.searchcli.export.Selection;
import lurewatch.searchcli.export.Tlp;
import lurewatch.searchcli.wacz.WaczFile;

/// A hit list as a pack for an agency.
final class PackExport {
    /// Ids of one reason that are shown; the number of all is said.
    private static final int SHOWN = 20;

    private static final int NAME_DIGITS = 16;

    private final Session session;
    private final Folders folders;
    private final FoundOption found;
    private final PackOptions options;

    PackExport(Session session, Folders folders, FoundOption found, PackOptions options) {
        this.session = session;
        this.folders = folders;
        this.found = found;
        this.options = options;
    }

    ExitCode write(String profileName, List<Format> formats, Path place)
            throws QueryException, IOException {
        Path config = folders.config(session);
        Profile profile = Profile.read(config, profileName);
        checkPlace(place);
        Path data = folders.dataToRead(session);
        Order order = order(profile, formats, data);
        Rules rules = Rules.read(config.resolve("signals"));
        Handling handling = Handling.read(config);
        Selection selection =
                new Selection(
                        order.purpose(),
                        Optional.of(order.marking()),
                        handling,
                        Redaction.read(config, order.redaction()),
                        Accounting.retracted(data),
                        Accounting.said(data),
                        order.asOf(),
                        glossary(rules));
        FoundOption.Found postings = found.in(data, session, InstantSource.fixed(order.asOf()));
        try (FactsReader facts = FactsReader.open(data.resolve("facts.db"));
                Pack pack = Pack.begin(place)) {
            HitList list =
                    HitList.draw(
                            postings.ids(),
                            selection,
                            showsPages(order) ? HitList.Captures.ENCLOSED : HitList.Captures.CITED,
                            facts,
                            pack.spool());
            Cover cover = cover(order, handling, rules, postings, list, facts.lastSequence());
            if (options.isDryRun()) {
                describe(cover, order, list, data);
                return list.ids().isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
            }
            if (list.ids().isEmpty()) {
                return nothing(list);
            }
            return publish(pack, list, cover, order, data, place);
        }
    }

    private static boolean showsPages(Order order) {
        return order.formats().stream()
                .anyMatch(EnumSet.of(Format.WACZ, Format.HTML, Format.PDF)::contains);
    }

    /// What is asked for, once profile and options have been put together.
    private record Order(
            Profile profile,
            Purpose purpose,
            Marking marking,
            String redaction,
            List<Format> formats,
            String reason,
            Instant asOf) {}

    private Order order(Profile profile, List<Format> formats, Path data) {
        String reason = options.reason();
        Purpose purpose = options.purpose().orElseGet(() -> onlyPurpose(profile));
        if (!profile.purposes().contains(purpose)) {
            throw refused(
                    "profile "
                            + profile.name()
                            + " is for "
                            + profile.purposes().stream()
                                    .map(Purpose::label)
                                    .collect(Collectors.joining(", "))
                            + ", not for "
                            + purpose.label());
        }
        Marking marking = marking(profile, purpose);
        String redaction = options.redaction().or(profile::redaction).orElse(Redaction.NONE.name());
        List<Format> chosen =
                formats.isEmpty()
                        ? usual(profile, redaction, data)
                        : formats.stream().distinct().toList();
        for (Format format : chosen) {
            if (!profile.formats().contains(format)) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "profile "
                                + profile.name()
                                + " takes "
                                + profile.formats().stream()
                                        .map(Format::toString)
                                        .collect(Collectors.joining(", "))
                                + ", not "
                                + format
                                + "; the list stands in its file in config/agencies");
            }
        }
        if (chosen.contains(Format.WACZ)) {
            whyNoWacz(redaction, data)
                    .ifPresent(why -> {
                        throw refused("wacz is not possible: " + why);
                    });
        }
        return new Order(
                profile,
                purpose,
                marking,
                redaction,
                chosen,
                reason,
                options.asOf(session.clock()));
    }

    private Marking marking(Profile profile, Purpose purpose) {
        Tlp tlp = options.tlp().orElse(profile.tlp());
        if (tlp.isAbove(profile.ceiling())) {
            throw refused(
                    "profile "
                            + profile.name()
                            + " may receive up to TLP:"
                            + profile.ceiling().label()
                            + ", not TLP:"
                            + tlp.label());
        }
        if (purpose.floor().isAbove(tlp)) {
            throw refused(
                    "a list for "
                            + purpose.label()
                            + " is marked TLP:"
                            + purpose.floor().label()
                            + " at least, not TLP:"
                            + tlp.label());
        }
        Pap pap = options.pap().orElse(profile.usualPap(purpose));
        if (pap.isAbove(profile.most().pap())) {
            throw refused(
                    "the recipient of profile "
                            + profile.name()
                            + " can keep to PAP:"
                            + profile.most().pap().label()
                            + " at most, not to PAP:"
                            + pap.label());
        }
        if (pap.isAbove(purpose.papCeiling())) {
            throw refused(
                    "a list for "
                            + purpose.label()
                            + " asks for what is noticed: PAP:"
                            + purpose.papCeiling().label()
                            + " at most, not PAP:"
                            + pap.label());
        }
        if (purpose.papFloor().isAbove(pap)) {
            throw refused(
                    "a list for "
                            + purpose.label()
                            + " is marked PAP:"
                            + purpose.papFloor().label()
                            + " at least, not PAP:"
                            + pap.label());
        }
        return new Marking(tlp, pap);
    }

    /// What the profile lists, as far as this machine can make it.
    private List<Format> usual(Profile profile, String redaction, Path data) {
        List<Format> usual = new ArrayList<>(profile.formats());
        if (usual.contains(Format.PDF) && PdfFile.chromium(session).isEmpty()) {
            session.tell("no pdf: there is no Chromium to print it; html holds the same");
            usual.remove(Format.PDF);
        }
        if (usual.contains(Format.WACZ)) {
            whyNoWacz(redaction, data)
                    .ifPresent(why -> {
                        session.tell("no wacz: " + why);
                        usual.remove(Format.WACZ);
                    });
        }
        return List.copyOf(usual);
    }

    private static Optional<String> whyNoWacz(String redaction, Path data) {
        if (!redaction.equals(Redaction.NONE.name())) {
            return Optional.of(
                    "captures cannot be masked, and redaction '" + redaction + "' is asked for");
        }
        return WaczFile.isPossible(data)
                ? Optional.empty()
                : Optional.of("there is no archive to take captures from");
    }

    private static Purpose onlyPurpose(Profile profile) {
        if (profile.purposes().size() > 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "profile "
                            + profile.name()
                            + " serves several purposes; name one with --purpose: "
                            + profile.purposes().stream()
                                    .map(Purpose::label)
                                    .collect(Collectors.joining(", ")));
        }
        return profile.purposes().getFirst();
    }

    private static CommandFailure refused(String why) {
        return new CommandFailure(ExitCode.REFUSED, why + "; nothing was written");
    }

    private static void checkPlace(Path place) {
        if (Files.exists(place)) {
            throw new CommandFailure(
                    ExitCode.USAGE, place + " exists; a pack becomes a new directory");
        }
        Path parent = place.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE, "there is no directory " + parent + " to write to");
        }
    }

    private static Glossary glossary(Rules rules) {
        return new Glossary(
                rules.signals().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, rule -> rule.getValue().definition())),
                rules.places().stream()
                        .collect(
                                Collectors.toMap(
                                        GazetteerPlace::id,
                                        place ->
                                                new Item.Spot(
                                                        place.kind(),
                                                        place.latitude(),
                                                        place.longitude()))));
    }

    private static Cover cover(
            Order order,
            Handling handling,
            Rules rules,
            FoundOption.Found postings,
            HitList list,
            long sequence) {
        Map<Dropped, Integer> dropped =
                list.dropped().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().size()));
        String content =
                String.join(
                        "\n",
                        order.profile().name(),
                        order.purpose().label(),
                        order.marking().label(),
                        order.redaction(),
                        order.reason(),
                        order.asOf().toString(),
                        postings.query().orElse(""),
                        String.join(" ", list.ids()));
        return new Cover(
                "x" + Digest.of(content).prefix(NAME_DIGITS),
                order.profile(),
                order.purpose(),
                order.marking(),
                order.reason(),
                postings.query(),
                postings.understood(),
                order.redaction(),
                order.asOf(),
                handling.sender(),
                new Version().getVersion()[0],
                rules.version(),
                sequence,
                list.ids().size(),
                dropped);
    }

    private ExitCode publish(
            Pack pack, HitList list, Cover cover, Order order, Path data, Path place)
            throws IOException {
        List<PackWriter> writers =
                PackWriters.of(
                        order.formats(), order.profile(), session, data, folders.config(session));
        Seal seal = Seal.of(data);
        Digest manifest =
                pack.fill(list, cover, writers, (bag, items, _) -> seal(seal, bag, items, order));
        // Recorded before it appears: a pack that nobody knows of must not exist.
        new Accounting(session, data)
                .record(
                        Account.EXPORTED,
                        Stream.concat(Stream.of(cover.pack()), list.ids().stream()).toList(),
                        details(cover, order, place, manifest));
        pack.publish();
        session.tell(
                String.format(
                        Locale.ROOT,
                        "%d postings, %s, for %s in %s (%s)",
                        list.ids().size(),
                        order.marking().label(),
                        order.profile().name(),
                        place,
                        order.formats().stream()
                                .map(Format::toString)
                                .collect(Collectors.joining(", "))));
        tellLeftOut(list);
        writers.forEach(writer -> writer.remarks(list).forEach(session::tell));
        session.tell("pack " + cover.pack() + ", manifest " + manifest);
        session.tell(
                seal.signer()
                        .map(name -> "signed with " + name)
                        .orElse("not signed: 'lurewatch key new' makes a key"));
        return ExitCode.FOUND;
    }

    private static void seal(Seal seal, Path bag, HitList list, Order order) throws IOException {
        SortedSet<Long> captures = new TreeSet<>();
        if (order.purpose() != Purpose.TREND) {
            list.forEach(item -> item.captures().forEach(seen -> captures.add(seen.capture())));
        }
        boolean isWhole = order.redaction().equals(Redaction.NONE.name());
        seal.put(
                bag,
                captures,
                isWhole && order.purpose() != Purpose.TREND
                        ? Seal.Lines.INCLUDED
                        : Seal.Lines.LEFT_OUT,
                order.asOf());
    }

    private static Map<String, String> details(
            Cover cover, Order order, Path place, Digest manifest) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("for", order.profile().name());
        details.put("recipient", order.profile().recipient());
        details.put("purpose", order.purpose().label());
        details.put("tlp", order.marking().tlp().label());
        details.put("pap", order.marking().pap().label());
        details.put("redaction", order.redaction());
        details.put("reason", order.reason());
        details.put("query", cover.query().orElse(""));
        details.put(
                "formats",
                order.formats().stream().map(Format::toString).collect(Collectors.joining(" ")));
        details.put("as_of", order.asOf().toString());
        details.put("place", String.valueOf(place.getFileName()));
        details.put("manifest", manifest.hex());
        return details;
    }

    private void tellLeftOut(HitList list) {
        list.dropped()
                .forEach((reason, ids) ->
                        session.tell(
                                String.format(
                                        Locale.ROOT, "%d left out: %s", ids.size(), reason.why())));
        if (list.redacted() > 0) {
            session.tell(String.format(Locale.ROOT, "%d places masked", list.redacted()));
        }
    }

    private void describe(Cover cover, Order order, HitList list, Path data) {
        List<PackWriter> writers =
                PackWriters.of(
                        order.formats(), order.profile(), session, data, folders.config(session));
        line("would hand on", list.ids().size() + " postings to " + order.profile().recipient());
        line("  for       ", order.purpose().label() + ", marked " + order.marking().label());
        line("  asks      ", order.marking().pap().meaning());
        line("  by        ", order.profile().channel());
        line("  redaction ", order.redaction() + ", " + list.redacted() + " places masked");
        line("  as of     ", order.asOf().toString());
        line(
                "  files     ",
                writers.stream()
                        .flatMap(writer -> writer.files().stream())
                        .collect(Collectors.joining(", ")));
        writers.forEach(
                writer -> writer.remarks(list).forEach(remark -> line("  remark    ", remark)));
        line("  pack      ", cover.pack());
        if (order.purpose() != Purpose.TREND) {
            ids(list.ids());
        }
        list.dropped()
                .forEach((reason, ids) -> {
                    line("left out,", ids.size() + ": " + reason.why());
                    ids(ids);
                });
    }

    private void ids(List<String> ids) {
        if (!ids.isEmpty()) {
            String more = ids.size() > SHOWN ? " and " + (ids.size() - SHOWN) + " more" : "";
            line("  postings  ", ids.stream().limit(SHOWN).collect(Collectors.joining(" ")) + more);
        }
    }

    private void line(String what, String value) {
        session.out().println(TerminalText.line(what + " " + value));
    }

    private ExitCode nothing(HitList list) {
        tellLeftOut(list);
        if (list.isAllProtected()) {
            throw refused("everything found is kept back for what kind of text it is");
        }
        session.tell("nothing to hand on, nothing written");
        return ExitCode.NOTHING_FOUND;
    }
}
