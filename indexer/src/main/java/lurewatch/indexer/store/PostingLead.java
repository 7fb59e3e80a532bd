package lurewatch.indexer.store;

import java.util.List;
import lurewatch.indexer.Contact;
import lurewatch.indexer.Link;
import lurewatch.indexer.PostingId;

/// Where a posting that may be a lure leads, as it last stood.
public record PostingLead(
        PostingId posting, String site, double score, List<Link> links, List<Contact> contacts) {
    public PostingLead {
        links = List.copyOf(links);
        contacts = List.copyOf(contacts);
    }
}
