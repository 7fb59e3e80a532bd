package lurewatch.searchcli.command;

/// A command that takes a query, so that a mistake in it can be pointed out.
interface Querying {
    String query();
}
