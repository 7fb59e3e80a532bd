package lurewatch.crawler.service;

import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;

/// Metrics in Prometheus' text format 0.0.4: for each family its help, its type, then its samples.
final class Exposition {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final StringBuilder text = new StringBuilder();
    private String family = "";

    /// What a family's values do.
    enum Type {
        /// Only grows, until the process starts anew; the name ends in `_total`.
        COUNTER,
        GAUGE
    }

    /// Begins a family; its samples follow. Its name ends in its unit, in base units.
    Exposition family(String name, Type type, String help) {
        if (!NAME.matcher(name).matches() || (type == Type.COUNTER) != name.endsWith("_total")) {
            throw new IllegalArgumentException("no name for such a metric: " + name);
        }
        family = name;
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ")
                .append(name)
                .append(' ')
                .append(LowerCase.of(type.name()))
                .append('\n');
        return this;
    }

    /// The value of a family that has one.
    Exposition sample(double value) {
        return sample(value, new String[0]);
    }

    /// A value with labels.
    ///
    /// @param labels names and values in turn
    Exposition sample(double value, String... labels) {
        text.append(family);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',')
                    .append(labels[i])
                    .append("=\"")
                    .append(escaped(labels[i + 1]))
                    .append('"');
        }
        text.append(labels.length == 0 ? " " : "} ").append(written(value)).append('\n');
        return this;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String written(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
