package lurewatch.crawler.fetch;

import java.util.Optional;

/// What was read of a body, and why it is not all, where it is not.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Body(byte[] bytes, Optional<Cut> cut) {
    static final Body NONE = new Body(new byte[0], Optional.empty());

    static Body whole(byte[] bytes) {
        return new Body(bytes, Optional.empty());
    }

    /// Why a body ends before its end.
    ///
    /// @param reason the WARC standard's word: `length`, `time` or `disconnect`
    /// @param detail for the fetch log: the limit and what was seen, or what broke
    record Cut(String reason, String detail) {
        static Cut of(String reason, LimitHit hit) {
            return new Cut(reason, hit.toString());
        }

        @Override
        public String toString() {
            return "cut short: " + reason + ", " + detail;
        }
    }
}
