package lurewatch.searchcli.leads;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lurewatch.searchcli.leads.Lead.ContactLead;
import lurewatch.searchcli.leads.Lead.PostingLead;

/// What a pivot found: leads, each once, and which contact stands in which posting.
///
/// @param leads in the order in which they were come upon
/// @param links every pair among the leads, also those that led nowhere new
/// @param cut what was left out to keep this bounded; empty where it is all
public record LeadGraph(List<Lead> leads, List<Link> links, Optional<String> cut) {
    /// That a contact stands in a posting.
    public record Link(String contact, String posting) {}

    public LeadGraph {
        leads = List.copyOf(leads);
        links = List.copyOf(links);
    }

    public Stream<ContactLead> contacts() {
        return leads.stream().filter(ContactLead.class::isInstance).map(ContactLead.class::cast);
    }

    public Stream<PostingLead> postings() {
        return leads.stream().filter(PostingLead.class::isInstance).map(PostingLead.class::cast);
    }

    /// The leads come upon from this one, or where the pivot started.
    public List<Lead> below(Optional<String> lead) {
        return leads.stream().filter(other -> other.from().equals(lead)).toList();
    }
}
