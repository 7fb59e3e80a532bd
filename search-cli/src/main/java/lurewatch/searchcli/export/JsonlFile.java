package lurewatch.searchcli.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// JSON Lines: one object per posting, its text included, nothing cut.
public final class JsonlFile implements ListWriter {
    private static final JsonMapper JSON = ItemJson.mapper();

    private final String name;

    public JsonlFile(String name) {
        this.name = name;
    }

    @Override
    public List<String> files() {
        return List.of(name);
    }

    @Override
    public void write(HitList list, Path folder) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(folder.resolve(name))) {
            list.forEach(item -> {
                lines.write(JSON.writeValueAsString(item));
                lines.write('\n');
            });
        }
    }

    @Override
    public void check(HitList list, Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(name))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                found.add(JSON.readTree(line).path("id").asText());
            }
        }
        ReadBack.compare(folder.resolve(name), found, list.ids());
    }
}
