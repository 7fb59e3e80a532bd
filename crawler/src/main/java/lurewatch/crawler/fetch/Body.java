package lurewatch.crawler.fetch;

import java.util.Optional;

/// What was read of a body, and why it is not all, where it is not.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Body(byte[] bytes, Optional<String> truncated) {
    static final Body NONE = new Body(new byte[0], Optional.empty());
}
