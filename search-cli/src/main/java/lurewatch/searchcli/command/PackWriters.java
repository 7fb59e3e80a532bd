package lurewatch.searchcli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.console.Session;
import lurewatch.searchcli.dossier.Dossier;
import lurewatch.searchcli.dossier.PdfFile;
import lurewatch.searchcli.export.CsvFiles;
import lurewatch.searchcli.export.Format;
import lurewatch.searchcli.export.JsonlFile;
import lurewatch.searchcli.export.PackWriter;
import lurewatch.searchcli.export.Profile;
import lurewatch.searchcli.export.StatisticsFiles;
import lurewatch.searchcli.export.XlsxFile;
import lurewatch.searchcli.interchange.FtmEntities;
import lurewatch.searchcli.interchange.MispEvent;
import lurewatch.searchcli.interchange.StixBundle;
import lurewatch.searchcli.notice.NoticeFiles;
import lurewatch.searchcli.notice.Platforms;
import lurewatch.searchcli.wacz.WaczFile;

/// Which writer makes which format, as a profile wants it.
final class PackWriters {
    private static final String CSV = "hits.csv";
    private static final String JSONL = "hits.jsonl";

    private PackWriters() {}

    /// @param config where the settings of formats lie
    static List<PackWriter> of(
            List<Format> formats, Profile profile, Session session, Path data, Path config) {
        return formats.stream()
                .map(format -> of(format, formats, profile, session, data, config))
                .toList();
    }

    private static PackWriter of(
            Format format,
            List<Format> all,
            Profile profile,
            Session session,
            Path data,
            Path config) {
        return switch (format) {
            case CSV ->
                    new CsvFiles(
                            CSV,
                            profile.bom().orElse(false)
                                    ? CsvFiles.Mark.WITH_BOM
                                    : CsvFiles.Mark.WITHOUT_BOM);
            case XLSX -> new XlsxFile(whole(all));
            case JSONL -> new JsonlFile(JSONL);
            case STIX -> new StixBundle(profile.dialect(), Accounting.revoked(data));
            case MISP -> new MispEvent();
            case FTM -> new FtmEntities();
            case HTML -> new Dossier(data);
            case PDF -> PdfFile.of(session, data);
            case WACZ -> new WaczFile(data);
            case NOTICES -> new NoticeFiles(Platforms.read(config));
            case STATISTICS -> new StatisticsFiles(profile.smallestCount());
        };
    }

    /// The table or lines with every text whole, if they are asked for.
    private static Optional<String> whole(List<Format> formats) {
        if (formats.contains(Format.JSONL)) {
            return Optional.of(JSONL);
        }
        return formats.contains(Format.CSV) ? Optional.of(CSV) : Optional.empty();
    }
}
