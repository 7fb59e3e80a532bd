package lurewatch.indexer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a server calls a payload, as `text/html; charset=utf-8`.
///
/// @param essence type and subtype, in lower case
/// @param parameters by their names in lower case; of one that is given twice the first
public record MediaType(String essence, Map<String, String> parameters) {
    private static final String CHARSET = "charset";

    public MediaType {
        parameters = Map.copyOf(parameters);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /// The `Content-Type` that a browser goes by: where there are several, in one line or many, the
    /// last that is one, with the `charset` of an earlier one of the same type (*extract a MIME
    /// type* of the Fetch standard). Where none is one, the first as it stands.
    static String contentType(List<Header> headers) {
        List<String> values =
                headers.stream()
                        .filter(header -> header.isNamed("Content-Type"))
                        .map(Header::value)
                        .toList();
        if (values.isEmpty() || (values.size() == 1 && values.getFirst().indexOf(',') < 0)) {
            return values.isEmpty() ? "" : values.getFirst();
        }
        return extracted(values).map(MediaType::written).orElse(values.getFirst());
    }

    /// The same where there is one at all.
    public static Optional<MediaType> of(List<Header> headers) {
        return parse(contentType(headers));
    }

    private static Optional<MediaType> extracted(List<String> values) {
        Optional<MediaType> last = Optional.empty();
        for (String value : split(String.join(",", values))) {
            Optional<MediaType> next = parse(value).filter(type -> !type.essence().equals("*/*"));
            if (next.isPresent()) {
                Optional<MediaType> before = last;
                last = next.map(type -> before.map(type::withCharsetOf).orElse(type));
            }
        }
        return last;
    }

    private MediaType withCharsetOf(MediaType before) {
        if (!before.essence.equals(essence)
                || parameters.containsKey(CHARSET)
                || !before.parameters.containsKey(CHARSET)) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put(CHARSET, before.parameters.get(CHARSET));
        return new MediaType(essence, all);
    }

    /// At commas outside quotes.
    private static List<String> split(String values) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean isQuoted = false;
        for (int i = 0; i < values.length(); i++) {
            char c = values.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == '\\' && isQuoted) {
                i++;
            } else if (c == ',' && !isQuoted) {
                parts.add(values.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(values.substring(start));
        return parts;
    }

    /// A single value; empty where it is none. White space around a parameter's `=` and single
    /// quotes are forgiven, as browsers do.
    public static Optional<MediaType> parse(String value) {
        int end = value.indexOf(';');
        String essence = LowerCase.of((end < 0 ? value : value.substring(0, end)).strip());
        int slash = essence.indexOf('/');
        if (slash < 0
                || !isToken(essence.substring(0, slash))
                || !isToken(essence.substring(slash + 1))) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        int at = end < 0 ? value.length() : end + 1;
        while (at < value.length()) {
            at = parameter(value, at, parameters);
        }
        return Optional.of(new MediaType(essence, parameters));
    }

    /// Reads a parameter, and says where the next begins.
    private static int parameter(String value, int start, Map<String, String> parameters) {
        int at = start;
        while (at < value.length() && value.charAt(at) != '=' && value.charAt(at) != ';') {
            at++;
        }
        String name = LowerCase.of(value.substring(start, at).strip());
        if (at >= value.length() || value.charAt(at) == ';') {
            return at + 1;
        }
        at++;
        while (at < value.length() && Character.isWhitespace(value.charAt(at))) {
            at++;
        }
        StringBuilder said = new StringBuilder();
        boolean isQuoted = at < value.length() && value.charAt(at) == '"';
        for (at += isQuoted ? 1 : 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (isQuoted ? c == '"' : c == ';') {
                break;
            }
            boolean isEscaped = isQuoted && c == '\\' && at + 1 < value.length();
            at += isEscaped ? 1 : 0;
            said.append(value.charAt(at));
        }
        String plain = isQuoted ? said.toString() : unquoted(said.toString().strip());
        if (isToken(name) && !plain.isEmpty()) {
            parameters.putIfAbsent(name, plain);
        }
        int next = value.indexOf(';', at);
        return next < 0 ? value.length() : next + 1;
    }

    private static String unquoted(String said) {
        boolean isQuoted = said.length() > 1 && said.startsWith("'") && said.endsWith("'");
        return isQuoted ? said.substring(1, said.length() - 1) : said;
    }

    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c ->
                                (c >= '0' && c <= '9')
                                        || (c >= 'a' && c <= 'z')
                                        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    }

    private String written() {
        return parameters.entrySet().stream()
                .map(parameter ->
                        "; "
                                + parameter.getKey()
                                + "=\""
                                + parameter.getValue().replaceAll("[\"\\\\]", "\\\\$0")
                                + "\"")
                .sorted()
                .collect(Collectors.joining("", essence, ""));
    }
}
