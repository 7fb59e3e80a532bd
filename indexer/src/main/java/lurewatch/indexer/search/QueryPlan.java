package lurewatch.indexer.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/// A node of the syntax tree with its query and what it says in full.
///
/// @param isNegated whether what matches the query is to be left out
/// @param parts the operands in it
record QueryPlan(Query query, String explained, boolean isNegated, List<Part> parts) {
    /// An operand and its query.
    record Part(String explained, Query query) {}

    static QueryPlan of(
            QueryNode tree, List<Lexeme.Operand> operands, OperandQueries operandQueries)
            throws QueryException {
        QueryPlan root = new Planner(operands, operandQueries).plan(tree);
        return root.isNegated() ? all(List.of(root)) : root;
    }

    /// Characters; a text pasted as a query is not expected to stand anywhere as a whole.
    private static final int LONGEST_RUN = 150;

    private record Planner(List<Lexeme.Operand> operands, OperandQueries queries) {
        QueryPlan plan(QueryNode node) throws QueryException {
            return switch (node) {
                case OrQueryNode or -> any(children(or));
                // Standing side by side and AND mean the same, and bind differently.
                case BooleanQueryNode and -> all(children(and)).with(sideBySide(and));
                case GroupQueryNode group -> plan(group.getChild());
                case ModifierQueryNode modifier -> negated(plan(modifier.getChild()));
                case FieldQueryNode field -> operand(field);
                default -> throw new IllegalStateException("no such syntax: " + node.getClass());
            };
        }

        private QueryPlan operand(FieldQueryNode field) throws QueryException {
            Lexeme.Operand operand = operands.get(Integer.parseInt(field.getTextAsString()));
            Query query = queries.queryFor(operand);
            Part part = new Part(OperandQueries.explained(operand, query), query);
            return new QueryPlan(part.query(), part.explained(), false, List.of(part));
        }

        /// A bonus for runs of mere words that stand in a text as they do in the query.
        private List<Part> sideBySide(QueryNode node) throws QueryException {
            List<Part> runs = new ArrayList<>();
            List<Lexeme.Word> run = new ArrayList<>();
            for (QueryNode child : node.getChildren()) {
                Optional<Lexeme.Word> word = mereWord(child);
                if (word.isEmpty()) {
                    addRun(runs, run);
                    run.clear();
                }
                word.ifPresent(run::add);
            }
            addRun(runs, run);
            return runs;
        }

        private static void addRun(List<Part> runs, List<Lexeme.Word> run) throws QueryException {
            String words = run.stream().map(Lexeme.Word::text).collect(Collectors.joining(" "));
            if (run.size() > 1 && words.length() <= LONGEST_RUN) {
                runs.add(
                        new Part(
                                '"' + words + "\" side by side",
                                TextQueries.sideBySide(words, run.getFirst().at())));
            }
        }

        private Optional<Lexeme.Word> mereWord(QueryNode node) {
            return node instanceof FieldQueryNode field
                            && operands.get(Integer.parseInt(field.getTextAsString()))
                                    instanceof Lexeme.Word word
                            && OperandQueries.isMere(word)
                    ? Optional.of(word)
                    : Optional.empty();
        }

        private List<QueryPlan> children(QueryNode node) throws QueryException {
            List<QueryPlan> plans = new ArrayList<>();
            for (QueryNode child : node.getChildren()) {
                plans.add(plan(child));
            }
            return plans;
        }
    }

    /// The same hits, those first that match these as well.
    private QueryPlan with(List<Part> bonuses) {
        if (bonuses.isEmpty()) {
            return this;
        }
        BooleanQuery.Builder more = new BooleanQuery.Builder().add(query, Occur.MUST);
        bonuses.forEach(bonus -> more.add(bonus.query(), Occur.SHOULD));
        List<Part> all = new ArrayList<>(parts);
        all.addAll(bonuses);
        return new QueryPlan(more.build(), explained, isNegated, all);
    }

    private static QueryPlan negated(QueryPlan plan) {
        return new QueryPlan(plan.query(), plan.explained(), !plan.isNegated(), plan.parts());
    }

    private static QueryPlan all(List<QueryPlan> parts) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (parts.stream().allMatch(QueryPlan::isNegated)) {
            // Lucene finds nothing for a mere negation; people mean everything else.
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        parts.forEach(
                part -> all.add(part.query(), part.isNegated() ? Occur.MUST_NOT : Occur.MUST));
        return new QueryPlan(all.build(), joined(parts, " AND "), false, wanted(parts));
    }

    private static QueryPlan any(List<QueryPlan> parts) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (QueryPlan part : parts) {
            any.add(part.isNegated() ? all(List.of(part)).query() : part.query(), Occur.SHOULD);
        }
        return new QueryPlan(any.build(), joined(parts, " OR "), false, wanted(parts));
    }

    private static List<Part> wanted(List<QueryPlan> plans) {
        return plans.stream()
                .filter(plan -> !plan.isNegated())
                .flatMap(plan -> plan.parts().stream())
                .toList();
    }

    private static String joined(List<QueryPlan> parts, String operator) {
        String joined =
                parts.stream()
                        .map(part -> (part.isNegated() ? "NOT " : "") + part.explained())
                        .collect(Collectors.joining(operator));
        return parts.size() == 1 ? joined : "(" + joined + ")";
    }
}
