/// Reads what pictures say: the payload of QR codes; written words where a reader for them is
/// installed, which today is none.
///
/// Start with [lurewatch.indexer.picture.Pictures], the door. Bytes in, words out: bounded in bytes
/// and pixels before anything is decoded, pure, never throwing, and without a look at any network.
@NullMarked
package lurewatch.indexer.picture;

import org.jspecify.annotations.NullMarked;
