package lurewatch.indexer.detect;

import java.util.Locale;
import java.util.Set;

/// What joins the names of two channels to one: `Call/WhatsApp`, `텔레 및 카톡`, `Viber (same number on
/// WeChat)`.
final class ChannelJoints {
    /// How long a joint is.
    private static final int LONGEST = 8;

    private static final Set<String> JOINTS =
            HandleWords.words(
                    """
                    or and & + hoặc và atau dan 或 和 与 與 跟 及 및 또는 이나 や と または หรือ และ o e ou y et или и veya
                    ve أو و یا या বা au na ወይም ឬ ຫຼື သို့မဟုတ်
                    """);

    /// Join the names of two channels, and are too many other things to join anything else.
    private static final Set<String> JOINTS_OF_CHANNELS =
            HandleWords.words(
                    """
                    at oder und lub albo i sau si și en of plus also maupun sama i̇le ile
                    이랑 랑 하고 와 과 나 或者 或是 还有 還有 以及 都有 とか か กับ або та va yoki және немесе ба эсвэл болон
                    और aur ya ও এবং অথবা र वा اور සහ හෝ அல்லது மற்றும் లేదా మరియు ಅಥವಾ ಮತ್ತು അല്ലെങ്കിൽ അഥവാ
                    અથવા અને እና နှင့် နဲ့ និង ແລະ も 也 도 còn ho yaki
                    """);

    private ChannelJoints() {}

    /// Whether what stands between the end of one name and the start of the next joins both.
    static boolean areJoined(String raw, int end, int start) {
        if (start < end) {
            return false;
        }
        if (start - end > LONGEST) {
            return start - end <= BehindNumber.LONGEST
                    && BehindNumber.isSaidToBeSame(raw, end, start);
        }
        String joint = raw.substring(end, start);
        String word = joint.strip().toLowerCase(Locale.ROOT);
        return joinsChannels(word)
                || (start - end <= 3
                        && BehindNumber.isOnlySigns(raw, end, start)
                        && joint.indexOf(':') < 0);
    }

    /// Whether it is a word that joins the names of two channels, in lower case.
    static boolean joinsChannels(String word) {
        return JOINTS.contains(word) || JOINTS_OF_CHANNELS.contains(word);
    }

    /// Whether it is a word that joins two of one kind, in lower case.
    static boolean isJoint(String word) {
        return JOINTS.contains(word);
    }
}
