package lurewatch.searchcli.watch;

import lurewatch.indexer.PostingId;
import lurewatch.indexer.store.Happening;

/// A posting as it stood in one of its versions.
record Shown(PostingId posting, int version) {
    static Shown by(Happening happening) {
        return new Shown(happening.posting(), happening.version());
    }
}
