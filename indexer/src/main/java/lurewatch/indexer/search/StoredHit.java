package lurewatch.indexer.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lurewatch.indexer.index.IndexSchema;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;

/// Reads a hit from what the index stores.
final class StoredHit {
    private final Document document;

    private StoredHit(Document document) {
        this.document = document;
    }

    static Hit of(Document document) {
        return new StoredHit(document).hit();
    }

    private Hit hit() {
        return new Hit(
                string(IndexSchema.ID),
                string(IndexSchema.TITLE),
                string(IndexSchema.ADDRESS),
                string(IndexSchema.SITE),
                optional(IndexSchema.LANGUAGE),
                number(IndexSchema.SCORE).map(Number::doubleValue).orElse(0.0),
                string(IndexSchema.CLASS),
                string(IndexSchema.CONTEXT),
                string(IndexSchema.URGENT).equals("true"),
                all(IndexSchema.SIGNAL),
                all(IndexSchema.CONTACT),
                all(IndexSchema.PLACE),
                all(IndexSchema.COUNTRY),
                optional(IndexSchema.EMPLOYER),
                optional(IndexSchema.LOCATION),
                time(IndexSchema.POSTED),
                time(IndexSchema.FIRST_SEEN).orElse(Instant.EPOCH),
                time(IndexSchema.LAST_SEEN).orElse(Instant.EPOCH),
                number(IndexSchema.VERSIONS).map(Number::intValue).orElse(1),
                string(IndexSchema.TEXT));
    }

    private String string(String field) {
        return optional(field).orElse("");
    }

    private Optional<String> optional(String field) {
        return Optional.ofNullable(document.get(field));
    }

    private List<String> all(String field) {
        return List.of(document.getValues(field));
    }

    private Optional<Number> number(String field) {
        IndexableField stored = document.getField(field);
        return stored == null
                ? Optional.empty()
                : Optional.ofNullable(stored.storedValue())
                        .map(value ->
                                switch (value.getType()) {
                                    case INTEGER -> (Number) value.getIntValue();
                                    case LONG -> value.getLongValue();
                                    case FLOAT -> value.getFloatValue();
                                    case DOUBLE -> value.getDoubleValue();
                                    case STRING, BINARY, DATA_INPUT -> 0;
                                });
    }

    private Optional<Instant> time(String field) {
        return number(field).map(Number::longValue).map(Instant::ofEpochMilli);
    }
}
