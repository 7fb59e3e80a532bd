package lurewatch.crawler.driver;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lurewatch.crawler.settings.Limits;
import lurewatch.crawler.settings.Settings;
import lurewatch.crawler.settings.Storage;
import lurewatch.crawler.site.Site;
import lurewatch.crawler.site.Sites;
import lurewatch.indexer.CapturedPage;
import lurewatch.indexer.Digest;
import lurewatch.indexer.archive.Archive;
import lurewatch.indexer.archive.DecodeLimits;
import lurewatch.indexer.detect.Detector;
import lurewatch.indexer.extract.Extraction;
import lurewatch.indexer.extract.Extractor;
import lurewatch.indexer.extract.SitePlan;
import lurewatch.indexer.fraud.FraudModel;
import lurewatch.indexer.index.PostingIndex;
import lurewatch.indexer.pipeline.Pipeline;
import lurewatch.indexer.pipeline.Stations;
import lurewatch.indexer.rules.Rules;
import lurewatch.indexer.store.FactsStore;

/// Archive, detectors, facts and index, opened for writing and put together. Holding one is being
/// the one writer of a data directory.
final class Street implements Closeable {
    private final Archive archive;
    private final FactsStore facts;
    private final PostingIndex index;
    private final Function<CapturedPage, Extraction> reader;
    private final Pipeline pipeline;

    private Street(
            Archive archive,
            FactsStore facts,
            PostingIndex index,
            Function<CapturedPage, Extraction> reader,
            Pipeline pipeline) {
        this.archive = archive;
        this.facts = facts;
        this.index = index;
        this.reader = reader;
        this.pipeline = pipeline;
    }

    /// Takes the data directory, or says who has it.
    static Street open(Path data, Path config, Settings settings, Sites sites, InstantSource clock)
            throws IOException {
        Detector detector =
                Detector.of(
                        Rules.read(config.resolve("signals")),
                        FraudModel.read(config.resolve("models")));
        return open(data, new Instructions(settings, sites, detector), clock);
    }

    /// The same by instructions that were read already.
    static Street open(Path data, Instructions instructions, InstantSource clock)
            throws IOException {
        Archive archive = archive(data, instructions.settings(), clock);
        try {
            Rebuild.finishInterrupted(data);
            return open(
                    archive,
                    Derived.at(data),
                    instructions.detector(),
                    instructions.sites(),
                    instructions.settings().storage());
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /// The archive of a data directory, under the bounds of the settings.
    static Archive archive(Path data, Settings settings, InstantSource clock) {
        Limits limits = settings.limits();
        return Archive.open(
                data.resolve("archive"),
                settings.storage().warcSize().bytes(),
                new DecodeLimits(limits.bodyDecoded().bytes(), limits.decodedRatio()),
                clock);
    }

    /// The same stations on an archive that the caller has opened and will close.
    static Street open(
            Archive archive, Derived derived, Detector detector, Sites sites, Storage storage) {
        FactsStore facts = FactsStore.open(derived.facts());
        try {
            PostingIndex index = PostingIndex.open(derived.index());
            try {
                Map<String, SitePlan> plans =
                        sites.all().stream().collect(Collectors.toMap(Site::name, Site::plan));
                Function<CapturedPage, Extraction> reader =
                        Stations.reader(
                                new Extractor(),
                                site -> plans.getOrDefault(site, SitePlan.GENERIC));
                Pipeline pipeline =
                        Pipeline.start(
                                new Stations(
                                        archive,
                                        reader,
                                        detector::assess,
                                        detector.crossposts(),
                                        facts,
                                        index),
                                storage.commitEvery());
                return new Street(archive, facts, index, reader, pipeline);
            } catch (RuntimeException e) {
                index.close();
                throw e;
            }
        } catch (RuntimeException e) {
            facts.close();
            throw e;
        }
    }

    Archive archive() {
        return archive;
    }

    Pipeline pipeline() {
        return pipeline;
    }

    /// Whether the archive has these bytes for that URL of that site, as far as the facts know:
    /// they follow within moments.
    boolean holds(String site, String url, Digest payload) {
        return facts.holds(site, url, payload);
    }

    /// What a page says, without any record of it.
    Extraction read(CapturedPage page) {
        return reader.apply(page);
    }

    /// Closes everything but the archive.
    void closeDerived() {
        pipeline.close();
        index.close();
        facts.close();
    }

    @Override
    public void close() throws IOException {
        closeDerived();
        archive.close();
    }
}
