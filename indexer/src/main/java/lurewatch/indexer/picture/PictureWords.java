package lurewatch.indexer.picture;

/// Words found in a picture.
///
/// @param words as encoded or written, bounded, otherwise as they are
public record PictureWords(Origin origin, String words) {
    /// How words stand in a picture.
    public enum Origin {
        QR_CODE("QR code"),
        WRITING("text in a picture");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        /// As shown beside the words.
        public String label() {
            return label;
        }
    }
}
