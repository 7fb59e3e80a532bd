package lurewatch.searchcli.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lurewatch.indexer.search.Hit;
import lurewatch.searchcli.render.HitJson;

/// JSON Lines: one object per posting, its text included, nothing cut.
public final class JsonlExport implements Export {
    @Override
    public List<Path> files(Path target) {
        return List.of(target);
    }

    @Override
    public Written write(HitList list, Path target) throws IOException {
        WholeFile.write(target, out -> writeAll(list, out), written -> check(written, list.ids()));
        return new Written(list.ids().size(), 0);
    }

    private static void writeAll(HitList list, OutputStream out) throws IOException {
        for (Hit hit : list) {
            out.write((HitJson.withText(hit) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void check(Path written, List<String> ids) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> found = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(written)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode object = mapper.readTree(line);
                found.add(object.path("id").asText());
            }
        }
        if (!found.equals(ids)) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "%s does not read back as written: %d lines of %d",
                            written,
                            found.size(),
                            ids.size()));
        }
    }
}
