package lurewatch.crawler.driver;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.Sites;
import lurewatch.indexer.Capture;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.Digest;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.archive.DecodeLimits;
import lurewatch.indexer.console.CommandFailure;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.erasure.ErasurePlan;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.extract.Extractor;
import lurewatch.indexer.extract.SitePlan;
import lurewatch.indexer.index.PostingIndex;
import lurewatch.indexer.pipeline.Pipeline;
import lurewatch.indexer.pipeline.Quarantine;
import lurewatch.indexer.pipeline.Stations;
import lurewatch.indexer.store.FactsStore;

/// Archive, detectors, facts and index, opened for writing and put together. Holding one is being
/// the one writer of a data directory.
final class Street implements Closeable {
    private final Archive archive;
    private final FactsStore facts;
    private final PostingIndex index;
    private final Quarantine quarantine;
    private final Function<CapturedPage, Extraction> reader;
    private final Pipeline pipeline;

    private Street(
            Archive archive,
            FactsStore facts,
            PostingIndex index,
            Quarantine quarantine,
            Function<CapturedPage, Extraction> reader,
            Pipeline pipeline) {
        this.archive = archive;
        this.facts = facts;
        this.index = index;
        this.quarantine = quarantine;
        this.reader = reader;
        this.pipeline = pipeline;
    }

    /// Takes the data directory, or says who has it.
    static Street open(Path data, Path config, Settings settings, Sites sites, InstantSource clock)
            throws IOException {
        return open(data, Instructions.read(config, settings, sites), clock);
    }

    /// The same by instructions that were read already.
    static Street open(Path data, Instructions instructions, InstantSource clock)
            throws IOException {
        Archive archive = archive(data, instructions.settings(), clock);
        try {
            Rebuild.finishInterrupted(data);
            return open(archive, data, Derived.at(data), instructions);
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /// The archive of a data directory, under the bounds of the settings.
    static Archive archive(Path data, Settings settings, InstantSource clock) {
        if (ErasurePlan.isPending(data)) {
            throw new CommandFailure(
                    ExitCode.NOT_USABLE,
                    "an erasure was begun in " + data + "; 'lurewatch erase' completes it");
        }
        return archiveOfErasure(data, settings, clock);
    }

    /// The same for whoever completes an erasure.
    static Archive archiveOfErasure(Path data, Settings settings, InstantSource clock) {
        Limits limits = settings.limits();
        return Archive.open(
                data.resolve("archive"),
                settings.storage().warcSize().bytes(),
                new DecodeLimits(limits.bodyDecoded().bytes(), limits.decodedRatio()),
                clock);
    }

    /// The same stations on an archive that the caller has opened and will close.
    static Street open(Archive archive, Path data, Derived derived, Instructions instructions) {
        Quarantine quarantine = Quarantine.open(data.resolve("reading"));
        try {
            return open(archive, derived, instructions, quarantine);
        } catch (RuntimeException e) {
            quarantine.close();
            throw e;
        }
    }

    private static Street open(
            Archive archive, Derived derived, Instructions instructions, Quarantine quarantine) {
        FactsStore facts = FactsStore.open(derived.facts());
        try {
            PostingIndex index = PostingIndex.open(derived.index());
            try {
                Function<CapturedPage, Extraction> reader =
                        Stations.reader(new Extractor(), plans(instructions));
                Pipeline pipeline =
                        Pipeline.start(
                                new Stations(
                                        archive,
                                        reader,
                                        instructions.detector()::assess,
                                        instructions.detector().crossposts(),
                                        facts,
                                        index,
                                        quarantine),
                                instructions.settings().storage().commitEvery());
                return new Street(archive, facts, index, quarantine, reader, pipeline);
            } catch (RuntimeException e) {
                index.close();
                throw e;
            }
        } catch (RuntimeException e) {
            facts.close();
            throw e;
        }
    }

    private static Function<String, SitePlan> plans(Instructions instructions) {
        List<String> phrases = instructions.gonePhrases();
        Map<String, SitePlan> plans =
                instructions.sites().all().stream()
                        .collect(
                                Collectors.toMap(Site::name, site -> site.plan().knowing(phrases)));
        SitePlan usual = SitePlan.GENERIC.knowing(phrases);
        return site -> plans.getOrDefault(site, usual);
    }

    Archive archive() {
        return archive;
    }

    Pipeline pipeline() {
        return pipeline;
    }

    /// The captures that have these bytes for that URL of that site, as far as the facts know: they
    /// follow within moments.
    Stream<Capture> capturesOf(String site, String url, Digest payload) {
        return facts.capturesOf(site, url, payload).stream()
                .map(archive::capture)
                .flatMap(Optional::stream);
    }

    /// What a page says, without any record of it.
    Extraction read(CapturedPage page) {
        return reader.apply(page);
    }

    /// Closes everything but the archive.
    void closeDerived() {
        try (quarantine;
                facts;
                index;
                pipeline) {
            // All are closed by leaving this block, from the last to the first, whatever one says.
        }
    }

    @Override
    public void close() throws IOException {
        try (archive) {
            closeDerived();
        }
    }
}
