/// Joins the stations for one capture, and decides what a failure costs.
///
/// Start with [Pipeline]. Reading and assessing happen in the threads of whoever brings pages, in
/// parallel; one thread writes facts and index, in the order of the ledger, so that what is stored
/// does not depend on who was faster. What a page, a reader or a detector breaks costs itself and
/// is recorded; what the ledger has and the stores have not is found and made up for.
///
/// It owns none of the stores it is given and never touches the network.
@NullMarked
package lurewatch.indexer.pipeline;

import org.jspecify.annotations.NullMarked;
