package lurewatch.crawler.fetch;

/// Why there is no answer.
enum FailureKind {
    NO_ADDRESS(Scope.HOST),
    NO_CONNECTION(Scope.HOST),
    TLS(Scope.HOST),
    TIMEOUT(Scope.HOST),
    RESET(Scope.PAGE),
    BAD_HEADERS(Scope.PAGE),
    BAD_PROTOCOL(Scope.PAGE),
    BAD_STATUS(Scope.HOST),
    /// The answer could not be kept or read by us.
    INTERNAL(Scope.PAGE);

    private enum Scope {
        HOST,
        PAGE
    }

    private final Scope scope;

    FailureKind(Scope scope) {
        this.scope = scope;
    }

    /// Whether nothing at all was heard of the host.
    boolean isUnreached() {
        return this == NO_ADDRESS || this == NO_CONNECTION;
    }

    /// Whether the host, and not just this page, is in trouble.
    boolean concernsHost() {
        return scope == Scope.HOST;
    }
}
