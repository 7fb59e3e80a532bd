package lurewatch.indexer.archive;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/// The records of a capture, compressed as they lie in the archive and checked against the ledger:
/// the bytes of its `recordDigest`. Each is a gzip member of its own, so they can stand in another
/// WARC file as they are.
///
/// @param bytes the answer's record, then those of the request and of what was noted
/// @param answerLength how many of the bytes are the answer's record
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record ArchivedRecords(byte[] bytes, int answerLength) {
    /// The answer's record.
    public byte[] answer() {
        return Arrays.copyOf(bytes, answerLength);
    }

    /// The record that stands in front of a WARC file of that name.
    public static byte[] preamble(String name, Instant time, UUID id) {
        return WarcRecords.warcinfo(name, time, id);
    }
}
