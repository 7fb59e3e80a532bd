package lurewatch.indexer.console;

import lurewatch.indexer.ContactKind;

/// How links and addresses are shown.
public enum LinkForm {
    /// Harmless: nothing to click, nothing to paste by accident.
    DEFANGED,
    RAW;

    public String url(String url) {
        return this == RAW ? url : Defang.url(url);
    }

    /// A contact's value; handles and numbers are no links and stay as they are.
    public String contact(ContactKind kind, String value) {
        if (this == RAW) {
            return value;
        }
        return switch (kind) {
            case URL -> Defang.url(value);
            case EMAIL -> Defang.mail(value);
            default -> value.contains("/") ? Defang.url(value) : value;
        };
    }

    /// A contact written `kind:value`.
    public String contactKey(String key) {
        int colon = key.indexOf(':');
        ContactKind kind = ContactKind.labelled(key.substring(0, colon)).orElse(ContactKind.URL);
        return key.substring(0, colon + 1) + contact(kind, key.substring(colon + 1));
    }
}
