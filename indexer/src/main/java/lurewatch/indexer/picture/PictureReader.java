package lurewatch.indexer.picture;

import java.awt.image.BufferedImage;
import java.util.List;

/// One way to read words from a picture.
interface PictureReader {
    /// What this reader looks for.
    PictureWords.Origin origin();

    /// Why it reads nothing whatever the picture shows; empty for one that is at work.
    String absence();

    /// What stands in the picture, in no special order.
    List<String> read(BufferedImage picture);
}
