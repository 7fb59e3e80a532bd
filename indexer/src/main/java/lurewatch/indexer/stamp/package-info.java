/// Time stamps of authorities (RFC 3161): who says that a checkpoint was there, and when.
///
/// Start with [Stamps], the folder of checkpoints, requests and tokens in a data directory, and
/// [StampToken], which checks an authority's answer offline. [Authorities] says whom to ask.
/// Nothing here opens a connection: the crawler's fetcher carries requests to authorities and
/// answers back.
@NullMarked
package lurewatch.indexer.stamp;

import org.jspecify.annotations.NullMarked;
