package lurewatch.indexer.search;

import java.util.Set;
import lurewatch.indexer.Contact;

/// A piece of a query, with the place where it starts.
sealed interface Lexeme {
    int at();

    record Open(int at) implements Lexeme {}

    record Close(int at) implements Lexeme {}

    record And(int at, String written) implements Lexeme {}

    record Or(int at, String written) implements Lexeme {}

    record Not(int at, String written) implements Lexeme {}

    /// What is looked for, as opposed to how it is joined.
    sealed interface Operand extends Lexeme {}

    /// Anything without spaces that is nothing else; a closing `*` or `~` is still on it.
    record Word(int at, String text) implements Operand {}

    /// Words in quotes.
    ///
    /// @param slop how many places they may be apart from that order
    record Phrase(int at, String text, int slop) implements Operand {}

    /// A contact, as pasted.
    record Pasted(int at, String written, Contact contact) implements Operand {}

    /// A number that does not say its country, as pasted.
    ///
    /// @param values what contacts with it may be called
    record Home(int at, String written, Set<String> values) implements Operand {}

    /// A URL, as pasted.
    record Address(int at, String written) implements Operand {}

    /// `field:value` and its relatives.
    record Condition(int at, String field, Comparison comparison, Value value) implements Operand {}

    /// How a field is compared.
    enum Comparison {
        IS(":"),
        AT_LEAST(">="),
        AT_MOST("<="),
        MORE(">"),
        LESS("<");

        final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }
    }

    /// The right side of a condition.
    ///
    /// @param text without the quotes, with the brackets of a range
    record Value(int at, String text, Form form) {}

    /// How a value was written.
    enum Form {
        BARE,
        QUOTED,
        /// `[a TO b]`, `{a TO b}`
        BRACKETED
    }
}
