package lurewatch.indexer.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Block;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.FraudScore;
import lurewatch.indexer.Link;

/// Lists that are only ever read whole, as JSON in one column: arrays of arrays.
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<List<Object>>> ROWS = new TypeReference<>() {};
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private Json() {}

    static String ofBlocks(List<Block> blocks) {
        return write(blocks.stream().map(b -> List.of(b.kind().name(), b.text())).toList());
    }

    static List<Block> blocks(String json) {
        return rows(json).stream()
                .map(row -> new Block(Block.Kind.valueOf(text(row, 0)), text(row, 1)))
                .toList();
    }

    static String ofLinks(List<Link> links) {
        return write(links.stream().map(link -> List.of(link.target(), link.text())).toList());
    }

    static List<Link> links(String json) {
        return rows(json).stream().map(row -> new Link(text(row, 0), text(row, 1))).toList();
    }

    static String ofEvidence(List<Evidence> evidence) {
        return write(evidence.stream().map(e -> List.of(e.quote(), e.start(), e.end())).toList());
    }

    static List<Evidence> evidence(String json) {
        return rows(json).stream()
                .map(row ->
                        new Evidence(
                                text(row, 0), number(row, 1).intValue(), number(row, 2).intValue()))
                .toList();
    }

    static String ofContributions(List<Assessment.Contribution> contributions) {
        return write(contributions.stream().map(c -> List.of(c.signalId(), c.points())).toList());
    }

    static List<Assessment.Contribution> contributions(String json) {
        return rows(json).stream()
                .map(row -> new Assessment.Contribution(text(row, 0), number(row, 1).doubleValue()))
                .toList();
    }

    static String ofShares(List<FraudScore.Share> shares) {
        return write(shares.stream().map(s -> List.of(s.words(), s.logOdds())).toList());
    }

    static List<FraudScore.Share> shares(String json) {
        return rows(json).stream()
                .map(row -> new FraudScore.Share(text(row, 0), number(row, 1).doubleValue()))
                .toList();
    }

    static String ofStrings(List<String> strings) {
        return write(strings);
    }

    static List<String> strings(String json) {
        return read(json, STRINGS);
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lists of strings and numbers can be written", e);
        }
    }

    private static List<List<Object>> rows(String json) {
        return read(json, ROWS);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new FactsException("facts.db holds broken JSON; " + Schema.MAKE_ANEW, e);
        }
    }

    private static String text(List<Object> row, int index) {
        return (String) row.get(index);
    }

    private static Number number(List<Object> row, int index) {
        return (Number) row.get(index);
    }
}
