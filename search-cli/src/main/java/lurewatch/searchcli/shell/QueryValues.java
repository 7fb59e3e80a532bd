package lurewatch.searchcli.shell;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lurewatch.indexer.index.IndexSchema;
import lurewatch.indexer.search.ParsedQuery;
import lurewatch.indexer.search.PostingSearch;
import lurewatch.indexer.search.QueryException;
import lurewatch.indexer.search.QueryLanguage;
import lurewatch.indexer.search.ValueCounts.ValueCount;

/// What may stand in a query: its fields, and the values that postings have in them, with how many.
///
/// @param named values of fields that are not in the index
public record QueryValues(QueryLanguage language, Index index, Map<String, List<String>> named) {
    /// Opens the index as it is now.
    public interface Index {
        PostingSearch open();
    }

    public QueryValues {
        named = Map.copyOf(named);
    }

    List<QueryLanguage.FieldHelp> fields() {
        return language.fields();
    }

    /// The values of a field, the most frequent first.
    List<ValueCount> of(String field) throws QueryException {
        if (named.containsKey(field)) {
            return named.getOrDefault(field, List.of()).stream()
                    .map(value -> new ValueCount(value, 0))
                    .toList();
        }
        String counted = IndexSchema.COUNTED.contains(field) ? field : IndexSchema.CONTACT;
        String lead = language.contactLead(field).orElse(field + ":");
        try (PostingSearch search = index.open()) {
            Stream<ValueCount> values =
                    search.counts(ParsedQuery.all(), List.of(counted)).of(counted).stream();
            return counted.equals(field)
                    ? values.toList()
                    : values.filter(contact -> contact.value().startsWith(lead))
                            .map(contact ->
                                    new ValueCount(
                                            contact.value().substring(lead.length()),
                                            contact.postings()))
                            .toList();
        }
    }
}
