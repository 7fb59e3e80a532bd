package lurewatch.indexer.contact;

import java.util.regex.Pattern;

/// Numbers that regulators keep for films and plays, so that nobody is called. No plan has them;
/// who writes a text for practice does, and they are read as the numbers of people that they stand
/// for.
final class FictionNumbers {
    /// Of Ofcom (07700 900000 to 900999, 01632 960000 to 960999), Arcep (06 39 98) and ComReg (020
    /// 91). Other regulators' stand in the plans.
    private static final Pattern KEPT =
            Pattern.compile("\\+(?:447700900\\d{3}|441632960\\d{3}|3363998\\d{4}|3532091\\d{5})");

    private FictionNumbers() {}

    static boolean has(String e164) {
        return KEPT.matcher(e164).matches();
    }
}
