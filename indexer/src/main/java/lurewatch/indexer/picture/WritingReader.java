package lurewatch.indexer.picture;

import java.awt.image.BufferedImage;
import java.util.List;

/// Written words. No library that reads them offline in the scripts of our ads is shipped.
final class WritingReader implements PictureReader {
    @Override
    public PictureWords.Origin origin() {
        return PictureWords.Origin.WRITING;
    }

    @Override
    public String absence() {
        return "not installed";
    }

    @Override
    public List<String> read(BufferedImage picture) {
        return List.of();
    }
}
