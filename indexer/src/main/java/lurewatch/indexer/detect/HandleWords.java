package lurewatch.indexer.detect;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Words around names, in lower case.
final class HandleWords {
    /// Stand between a channel and the name without being one.
    private static final Set<String> FILLERS =
            words(
                    """
                    id ids me at on us only handle user username is contact dm add no number account acc chat ke di
                    admin sa ni em la là qua nick hubungi my our or and to the join group channel ch via name app acct
                    under nickname usernames id's 联系人 人事 撩我 撩 私聊 密 洽 私 搜尋 帳戶 계정 계정은 주소 담당자 담당 실장 팀장 검색 에서 님 はこちら 宛 ユーザー名
                    계정명 친추 تواصل حساب معرف يوزر юзер аккаунт логин usuário usuario pseudo messenger 아이디 아이디는 id는 문의 문의는
                    은 는 로 으로 群号 群號 群 연락 연락주세요 주세요 상담 추가 로만 로문의 号 號 码 碼 联系 聯絡 聯繫 加 加我 我 是 搜 搜索 添加 帳號 账号 客服 咨询 諮詢 同号 号码 移動 に移動 へ移動 移动
                    both two 둘 다 둘다 모두 전부 都是 都 均 一样 一樣 同名 ko namin kong po atin saya kami kita aku mình tôi cùng đều 同じ 共通 どちらも ทั้งคู่ ทั้งสอง ของเรา ของผม ของหนู ของพี่
                    оба mi nuestro meu nosso mon notre mein unser mój nasz ikisi de da
                    アカウント は で まで 追加 にて へ の ไอดี แอด ทัก มา ที่ ได้ที่ เลย ครับ ค่ะ по мой ник пиши पर आईडी करें আইডি پر
                    """);

    /// Are no names wherever they stand.
    private static final Set<String> NO_NAMES =
            words(
                    """
                    telegram whatsapp wechat kakao kakaotalk line zalo viber signal messenger facebook instagram
                    http https www com tele admin group channel only interview urgent please there here below link
                    salary apply job jobs work android iphone online email gmail phone number call message chat
                    contact usdt user username everyone all corp corporation inc ltd official news plus premium
                    """);

    /// What programmers call things by in texts about a channel's programs.
    private static final Pattern OF_PROGRAMS =
            Pattern.compile(
                    "(?:user|chat|group|message|bot|api|file|access|refresh)_(?:id|ids|name|token|key|url|hash|type)|[a-z]+_(?:json|modules|config|dict|repr)");

    private HandleWords() {}

    /// Whether it says `@`, as people do who are read by machines.
    static boolean isAt(String word) {
        return SignWords.AT.contains(word);
    }

    static boolean isFiller(String word) {
        return FILLERS.contains(word) || SignWords.AT.contains(word);
    }

    static boolean isNoName(String word) {
        return NO_NAMES.contains(word) || OF_PROGRAMS.matcher(word).matches();
    }

    /// The words of a list with blanks between them.
    static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }
}
