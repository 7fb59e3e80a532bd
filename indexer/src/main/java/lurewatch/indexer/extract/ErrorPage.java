package lurewatch.indexer.extract;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.LowerCase;

/// Recognises what a server, or a program on it, says in a page's place when it is in trouble, with
/// status 200. Proves as little as the same words with status 500.
///
/// An ad with such words above it is read all the same: what stands behind a mark is judged.
final class ErrorPage {
    /// More than any such notice has that no program wrote for its programmer.
    private static final int LONGEST = 400;

    /// Traces of calls are long.
    private static final int LONGEST_TRACE = 20_000;

    /// A forum in which programmers ask about theirs has more.
    private static final int MOST_LINKS = 10;

    /// Where a trace says what it is.
    private static final int HEAD = 300;

    /// How programs end that say to everybody where they broke, by words that all must be there.
    private static final List<List<String>> TRACES =
            List.of(
                    List.of("fatal error", "uncaught"),
                    List.of("fatal error", "on line "),
                    List.of("parse error", "on line "),
                    List.of("recoverable error", "on line "),
                    List.of("server error in '/"),
                    List.of("unhandled exception", "stack trace"),
                    List.of("microsoft ole db provider", "error '"),
                    List.of("microsoft vbscript runtime", "error '"),
                    List.of("http status 5", "internal server error"),
                    List.of("exception report", "java"),
                    List.of("whitelabel error page"),
                    List.of("exception in thread \""),
                    List.of("java.lang.", "exception"),
                    List.of("java.sql.sqlexception"),
                    List.of("traceback (most recent call last)"),
                    List.of("exception type:", "exception value:"),
                    List.of("werkzeug debugger"),
                    List.of("action controller: exception caught"),
                    List.of("at function.module._"),
                    List.of("sqlstate["));

    /// What servers, proxies and frames say in a few words.
    private static final List<String> NOTICES =
            List.of(
                    // programs and their databases
                    "mysqli_sql_exception",
                    "too many connections",
                    "max_user_connections",
                    "mysql server has gone away",
                    "can't connect to mysql server",
                    "can't connect to local mysql server",
                    "access denied for user '",
                    "you have an error in your sql syntax",
                    "error connecting to database",
                    "error connecting to the database",
                    "could not connect to the database",
                    "could not connect to database",
                    "unable to connect to the database",
                    "unable to connect to database",
                    "database connection failed",
                    "database connection error",
                    "unable to select database",
                    "no connection could be made because the target machine",
                    "allowed memory size of",
                    "maximum execution time of",
                    "a php error was encountered",
                    "whoops, looks like something went wrong",
                    "there has been a critical error on this website",
                    "we're sorry, but something went wrong",
                    "web application could not be started",
                    "the page cannot be displayed because an internal server error",
                    "econnrefused",
                    // servers and proxies
                    "internal server error",
                    "bad gateway",
                    "gateway time-out",
                    "gateway timeout",
                    "service temporarily unavailable",
                    "503 service unavailable",
                    "http error 503",
                    "service unavailable - dns failure",
                    "no server is available to handle this request",
                    "no healthy upstream",
                    "upstream connect error",
                    "upstream request timeout",
                    "backend fetch failed",
                    "guru meditation",
                    "web server is down",
                    "web server is returning an unknown error",
                    "origin is unreachable",
                    "the web server reported a bad gateway error",
                    "origin dns error",
                    "ssl handshake failed error code",
                    "429 too many requests",
                    "403 forbidden",
                    "resource limit is reached",
                    "bandwidth limit exceeded",
                    "this account has been suspended",
                    "application error an error occurred in the application",
                    // the same in other languages
                    "서버 오류",
                    "서버오류",
                    "시스템 오류가",
                    "일시적인 오류가",
                    "데이터베이스 오류",
                    "데이터베이스 연결",
                    "db 연결",
                    "服务器错误",
                    "服务器内部错误",
                    "服务器繁忙",
                    "系统错误",
                    "系统繁忙",
                    "数据库错误",
                    "数据库连接",
                    "伺服器錯誤",
                    "伺服器忙",
                    "系統錯誤",
                    "資料庫錯誤",
                    "資料庫連線",
                    "サーバーエラー",
                    "サーバエラー",
                    "システムエラー",
                    "データベースエラー",
                    "データベース接続",
                    "アクセスが集中",
                    "lỗi máy chủ",
                    "lỗi hệ thống",
                    "lỗi kết nối cơ sở dữ liệu",
                    "ข้อผิดพลาดของเซิร์ฟเวอร์",
                    "เซิร์ฟเวอร์ขัดข้อง",
                    "เชื่อมต่อฐานข้อมูลไม่ได้",
                    "ไม่สามารถเชื่อมต่อฐานข้อมูล",
                    "kesalahan server",
                    "kesalahan pada server",
                    "kesalahan database",
                    "koneksi database gagal",
                    "ralat pelayan",
                    "ошибка сервера",
                    "ошибка базы данных",
                    "ошибка соединения с базой",
                    "ошибка подключения к базе",
                    "помилка сервера",
                    "помилка бази даних",
                    "error interno del servidor",
                    "error del servidor",
                    "error de base de datos",
                    "conexión a la base de datos",
                    "conexión con la base de datos",
                    "erro interno do servidor",
                    "erro no servidor",
                    "conexão com o banco de dados",
                    "erreur interne du serveur",
                    "connexion à la base de données",
                    "interner serverfehler",
                    "datenbankfehler",
                    "verbindung zur datenbank",
                    "errore interno del server",
                    "errore del database",
                    "connessione al database",
                    "błąd serwera",
                    "błąd bazy danych",
                    "sunucu hatası",
                    "veritabanı hatası",
                    "veritabanı bağlantı",
                    "خطأ في الخادم",
                    "خطأ داخلي",
                    "خطای سرور",
                    "خطای داخلی",
                    "सर्वर त्रुटि",
                    "সার্ভার ত্রুটি");

    private ErrorPage() {}

    /// How a program broke, in a page of whatever length that begins with it.
    static Optional<String> trace(PageScan scan, String said) {
        if (scan.prose.length() > LONGEST_TRACE || scan.links().size() > MOST_LINKS) {
            return Optional.empty();
        }
        String head = squeezed(Prose.shortened(said, HEAD));
        return TRACES.stream()
                .filter(words -> words.stream().allMatch(head::contains))
                .map(List::getFirst)
                .findFirst();
    }

    /// An excuse in a few words.
    static Optional<String> notice(String said) {
        if (said.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = squeezed(said);
        return NOTICES.stream().filter(plain::contains).findFirst();
    }

    private static String squeezed(String said) {
        return LowerCase.of(Prose.squeezed(said));
    }
}
