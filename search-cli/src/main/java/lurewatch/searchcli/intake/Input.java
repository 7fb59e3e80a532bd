package lurewatch.searchcli.intake;

import java.util.Optional;

/// One thing to assess, or the reason why it cannot be.
public sealed interface Input {
    /// A text as it is.
    ///
    /// @param idLiteral its id as JSON: as given, or its line number
    /// @param name the same for people
    /// @param language as given, BCP 47
    record Text(String idLiteral, String name, Optional<String> language, String text)
            implements Input {}

    /// A web page as bytes; its encoding is found as a browser finds it.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Page(String name, byte[] html) implements Input {}

    /// A line that is no input.
    ///
    /// @param line its number, from 1
    record Unreadable(String idLiteral, long line, String reason) implements Input {}
}
