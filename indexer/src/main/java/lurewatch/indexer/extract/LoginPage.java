package lurewatch.indexer.extract;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.LowerCase;

/// Recognises pages that ask to log in and show nothing else. They are reported, never filled in.
///
/// Many boards carry a field for a password on every page, so the page must call itself a login, or
/// say next to nothing but that. Some show no page at all, and say it in a window.
final class LoginPage {
    /// Text with which a page says no more than that it wants a login.
    private static final int NEXT_TO_NOTHING = 200;

    /// Rules and excuses that stand below a login.
    private static final int LONGEST = 600;

    private static final List<String> WORDS =
            List.of(
                    "log in",
                    "login",
                    "logged in",
                    "log-in",
                    "sign in",
                    "signin",
                    "members only",
                    "로그인",
                    "회원만",
                    "登录",
                    "登錄",
                    "登入",
                    "登陆",
                    "ログイン",
                    "đăng nhập",
                    "เข้าสู่ระบบ",
                    "ล็อกอิน",
                    "masuk",
                    "войти",
                    "вход",
                    "авториз",
                    "увійти",
                    "iniciar sesión",
                    "entrar na conta",
                    "se connecter",
                    "connexion",
                    "anmelden",
                    "einloggen",
                    "accedi",
                    "zaloguj",
                    "giriş yap",
                    "تسجيل الدخول",
                    "ورود",
                    "लॉग इन",
                    "লগ ইন",
                    "ចូលគណនី");

    private LoginPage() {}

    /// What says so: the word.
    static Optional<String> mark(Page page) {
        String text = page.mainText();
        boolean isAsked = page.scan.asksForPassword();
        if (text.length() > (isAsked ? LONGEST : NEXT_TO_NOTHING) || GonePage.namesContact(page)) {
            return Optional.empty();
        }
        if (!isAsked) {
            // Nothing but a window that says so, before it leads to the login.
            return word(page.scan.alert);
        }
        return word(page.scan.title + "\n" + page.title())
                .or(() -> text.length() > NEXT_TO_NOTHING ? Optional.empty() : word(text));
    }

    private static Optional<String> word(String text) {
        String lower = LowerCase.of(text);
        return WORDS.stream().filter(lower::contains).findFirst();
    }
}
