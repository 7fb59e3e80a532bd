package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
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
import lurewatch.indexer.console.Version;
import lurewatch.indexer.contact.PastedContact;
import lurewatch.indexer.rules.GazetteerPlace;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.store.FactsReader;
import lurewatch.searchcli.casework.Account;
import lurewatch.searchcli.custody.Seal;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.Dropped;
import lurewatch.searchcli.export.Format;
import lurewatch.searchcli.export.Glossary;
import lurewatch.searchcli.export.Handling;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.Pack;
import lurewatch.searchcli.export.PackWriter;
import lurewatch.searchcli.export.Profile;
import lurewatch.searchcli.export.Redaction;
import lurewatch.searchcli.export.Selection;
import lurewatch.searchcli.export.Translator;
import lurewatch.searchcli.interchange.MispEvent;
import lurewatch.searchcli.render.LeadText;

/// A hit list as a pack for an agency: the list is drawn, put into files, sealed, recorded and
/// published.
final class PackExport {
    private static final int NAME_DIGITS = 16;

    private final Session session;
    private final Folders folders;
    private final FoundOption found;
    private final PackOptions options;
    private final PackText text;

    PackExport(Session session, Folders folders, FoundOption found, PackOptions options) {
        this.session = session;
        this.folders = folders;
        this.found = found;
        this.options = options;
        this.text = new PackText(session);
    }

    /// What is asked for, once everything that can be refused was not.
    private record Plan(
            PackOrder order,
            Path config,
            Path data,
            Rules rules,
            Handling handling,
            Selection selection,
            FoundOption.Found postings) {}

    /// Says what would go, what would stay and why.
    ///
    /// @param place where it would stand, if that was said
    ExitCode describe(String profileName, List<Format> formats, Optional<Path> place)
            throws QueryException, IOException {
        place.ifPresent(PackExport::checkPlace);
        Plan plan = plan(profileName, formats);
        try (SearchRecord.Start start =
                        SearchRecord.start(session, folders, options.statedReason());
                FactsReader facts = FactsReader.open(plan.data().resolve("facts.db"))) {
            HitList list = drawn(plan, facts, Optional.empty());
            Cover cover = cover(plan, translator(plan.order()), Seal.of(plan.data()), list, facts);
            start.made(
                    FileExport.DRY_RUN,
                    plan.postings().query().orElse(""),
                    plan.postings().ids().size(),
                    list.ids().size());
            text.describe(plan.order(), cover, list, writers(plan));
            if (isNamedInReason(plan, list)) {
                text.remarkOnReason();
            }
            return list.ids().isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
        }
    }

    ExitCode write(String profileName, List<Format> formats, Path place)
            throws QueryException, IOException {
        checkPlace(place);
        Plan plan = plan(profileName, formats);
        try (FactsReader facts = FactsReader.open(plan.data().resolve("facts.db"));
                Pack pack = Pack.begin(place)) {
            HitList list = drawn(plan, facts, Optional.of(pack.spool()));
            Optional<Translator> translator = translator(plan.order());
            Seal seal = Seal.of(plan.data());
            Cover cover = cover(plan, translator, seal, list, facts);
            if (list.ids().isEmpty()) {
                return nothing(list);
            }
            if (translator.isPresent()) {
                list.translate(translator.get());
            }
            publish(pack, seal, list, cover, plan, place);
            return ExitCode.FOUND;
        }
    }

    private Plan plan(String profileName, List<Format> formats) throws QueryException, IOException {
        Path config = folders.config(session);
        Profile profile = Profile.read(config, profileName);
        Path data = folders.dataToRead(session);
        PackOrder order = PackOrder.of(profile, options, formats, session, data);
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
                        Accounting.witnesses(data, order.asOf()),
                        order.asOf(),
                        glossary(rules));
        return new Plan(
                order,
                config,
                data,
                rules,
                handling,
                selection,
                found.in(data, session, InstantSource.fixed(order.asOf())));
    }

    private static HitList drawn(Plan plan, FactsReader facts, Optional<Path> spool) {
        return HitList.draw(
                plan.postings().ids(),
                plan.selection(),
                plan.order().showsPages() ? HitList.Captures.ENCLOSED : HitList.Captures.CITED,
                CampaignsOfData.in(plan.data(), facts),
                facts,
                spool);
    }

    private Optional<Translator> translator(PackOrder order) {
        Optional<String> program = options.translator();
        if (program.isPresent() && !order.tellsPostings()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--translate: counts have no texts to translate");
        }
        return program.map(name ->
                new Translator(
                        Folders.typed(name, "--translate").toString(),
                        order.profile().languageRead(),
                        session.variable("HOME")));
    }

    private List<PackWriter> writers(Plan plan) {
        PackOrder order = plan.order();
        return PackWriters.of(
                order.formats(), order.profile(), session, plan.data(), plan.config());
    }

    private static void checkPlace(Path place) {
        if (Files.exists(place)) {
            throw new CommandFailure(
                    ExitCode.USAGE, place + " exists; a pack becomes a new directory");
        }
        OutputPlace.parentOf(place);
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

    private Cover cover(
            Plan plan,
            Optional<Translator> translator,
            Seal seal,
            HitList list,
            FactsReader facts) {
        PackOrder order = plan.order();
        FoundOption.Found postings = plan.postings();
        Handling.Sender sender = plan.handling().sender();
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
                        order.formatNames(),
                        order.profile().dialect().label(),
                        translator.map(Translator::name).orElse(""),
                        sender.toString(),
                        plan.rules().version(),
                        list.digest().hex());
        String pack = "x" + Digest.of(content).prefix(NAME_DIGITS);
        EarlierPacks earlier = EarlierPacks.in(plan.data());
        return new Cover(
                pack,
                order.profile(),
                order.purpose(),
                order.marking(),
                order.reason(),
                postings.query().map(list::masked),
                postings.understood().map(list::masked),
                order.redaction(),
                translator.map(Translator::name),
                order.asOf(),
                session.clock().instant(),
                sender,
                new Cover.Ids(
                        earlier.desk(sender),
                        postings.query()
                                .map(query ->
                                        earlier.list(
                                                order.profile().name(),
                                                order.purpose().label(),
                                                query,
                                                list.masked(query)))
                                .orElse(pack),
                        earlier.version(pack, session.clock().instant())),
                seal.signer(),
                new Version().getVersion()[0],
                plan.rules().version(),
                facts.lastSequenceBefore(order.asOf().plusMillis(1)),
                list.ids().size(),
                dropped);
    }

    private void publish(Pack pack, Seal seal, HitList list, Cover cover, Plan plan, Path place)
            throws IOException {
        PackOrder order = plan.order();
        List<PackWriter> writers = writers(plan);
        Digest manifest =
                pack.fill(
                        list,
                        cover,
                        writers,
                        (bag, items, _) -> seal(seal, bag, items, order, cover.made()));
        // Recorded before it appears: a pack that nobody knows of must not exist.
        new Accounting(session, plan.data())
                .record(
                        Account.EXPORTED,
                        Stream.concat(Stream.of(cover.pack()), list.ids().stream()).toList(),
                        details(cover, plan, place, manifest));
        pack.publish();
        session.tell(
                String.format(
                        Locale.ROOT,
                        "%s, %s, for %s in %s (%s)",
                        LeadText.counted(list.ids().size(), "posting"),
                        order.marking().label(),
                        order.profile().name(),
                        place,
                        order.formatNames()));
        PackText.unsuspected(list).ifPresent(session::tell);
        text.tellLeftOut(list);
        if (isNamedInReason(plan, list)) {
            session.tell(PackText.NAMED_IN_REASON);
        }
        writers.forEach(writer -> writer.remarks(list).forEach(session::tell));
        session.tell("pack " + cover.pack() + ", manifest " + manifest);
        session.tell(
                seal.signer()
                        .map(name -> "signed with " + name)
                        .orElse("not signed: 'lurewatch key new' makes a key"));
    }

    /// Whether the reason says what the redaction masks everywhere else.
    private static boolean isNamedInReason(Plan plan, HitList list) {
        String reason = plan.order().reason();
        Redaction redaction = plan.selection().redaction();
        return !list.masked(reason).equals(reason)
                || Arrays.stream(reason.split("\\s+"))
                        .anyMatch(word ->
                                PastedContact.read(word)
                                        .filter(contact -> redaction.masks(contact.kind().label()))
                                        .isPresent());
    }

    private static void seal(Seal seal, Path bag, HitList list, PackOrder order, Instant made)
            throws IOException {
        SortedSet<Long> captures = new TreeSet<>();
        if (order.tellsPostings()) {
            list.forEach(item -> item.captures().forEach(seen -> captures.add(seen.capture())));
        }
        Seal.Lines lines =
                order.masksNothing() && order.tellsPostings()
                        ? Seal.Lines.INCLUDED
                        : Seal.Lines.LEFT_OUT;
        seal.put(bag, captures, lines, made);
    }

    private static Map<String, String> details(
            Cover cover, Plan plan, Path place, Digest manifest) {
        PackOrder order = plan.order();
        Map<String, String> details = new LinkedHashMap<>();
        details.put(HandedOn.PROFILE, order.profile().name());
        details.put(HandedOn.RECIPIENT, order.profile().recipient());
        details.put(HandedOn.PURPOSE, order.purpose().label());
        details.put(HandedOn.TLP, order.marking().tlp().label());
        details.put(HandedOn.PAP, order.marking().pap().label());
        details.put(HandedOn.REDACTION, order.redaction());
        cover.translatedBy().ifPresent(program -> details.put(HandedOn.TRANSLATED_BY, program));
        details.put(HandedOn.REASON, order.reason());
        details.put(HandedOn.QUERY, plan.postings().query().orElse(""));
        details.put(HandedOn.FORMATS, HandedOn.formats(order.formats()));
        if (order.formats().contains(Format.STIX)) {
            details.put(HandedOn.STIX, order.profile().dialect().label());
        }
        if (order.formats().contains(Format.MISP)) {
            details.put(HandedOn.MISP_EVENT, MispEvent.id(cover).toString());
        }
        details.put(HandedOn.SENDER, cover.sender().name());
        details.put(HandedOn.SENDER_CONTACT, cover.sender().contact());
        details.put(HandedOn.DESK, cover.ids().desk().name());
        details.put(HandedOn.DESK_CONTACT, cover.ids().desk().contact());
        plan.postings()
                .query()
                .filter(query -> !query.equals(cover.ids().list()))
                .ifPresent(_ -> details.put(HandedOn.LIST, cover.ids().list()));
        details.put(HandedOn.VERSION, cover.ids().version().toString());
        details.put(HandedOn.AS_OF, order.asOf().toString());
        details.put(HandedOn.PLACE, String.valueOf(place.getFileName()));
        details.put(HandedOn.MANIFEST, manifest.hex());
        return details;
    }

    private ExitCode nothing(HitList list) {
        text.tellLeftOut(list);
        if (list.isAllProtected()) {
            throw PackOrder.refused("everything found is kept back for what kind of text it is");
        }
        session.tell("nothing to hand on, nothing written");
        return ExitCode.NOTHING_FOUND;
    }
}
