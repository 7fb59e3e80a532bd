package lurewatch.indexer.detect;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.View;

/// Names of which the text says that they are the one its author has here, or a file's: `Name_01,
/// 14:02⏎… ник в телеге тот же`, `[World] Name_01: … discord is same as my name`, `name_01.jpg`.
final class SameNames {
    private static final String NAME = "@?([A-Za-z](?:[A-Za-z0-9_.]{2,30})[A-Za-z0-9_])";

    /// What stands before an author's name.
    private static final String LABEL =
            "(?:작성자|글쓴이|닉네임|닉|아이디|캐릭터?명?|楼主|樓主|作者|发帖人|發帖人|发布者|昵称|暱稱|角色名|投稿者|ユーザー名?|キャラ名|名前|ハンドル|posted by|author|user(?:name)?|nick(?:name)?|ign|character(?: name)?|by|от|автор|ник|автор поста|người đăng|tác giả|ชื่อผู้โพสต์|โพสต์โดย|ชื่อตัวละคร|oleh|penulis|pengirim|yazan|gönderen|autore?|auteur|usuario|usuário|verfasser|verzonden door|użytkownik|الكاتب|بواسطة|فرستنده|लेखक)";

    /// The author before the first line's text, or before a line of a chat.
    private static final Pattern HEAD =
            Pattern.compile(
                    "(?m)^(?:\\[[^\\]\\n]{1,20}\\]\\s?|[<>«#@•·*—–-]{1,2}\\s?|\\p{So}\\s?)?(?:"
                            + LABEL
                            + "\\s?[:：]?\\s?)?"
                            + NAME
                            + "\\s?(?:[•·|»>]|[:：](?!//)|,\\s?\\d{1,2}[:.]\\d\\d|[-–—]\\s|\\(\\d|\\s\\d{1,2}:\\d\\d|$)",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern LABELLED =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])"
                            + LABEL
                            + "\\s?(?:[:：=]|は|은|는|是|is|es)?\\s?"
                            + NAME
                            + "(?![A-Za-z0-9_@])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final HeadedPattern SAME =
            HeadedPattern.compile(
                    "\\bsame\\b|identical|as on here|똑같|같은|같아|같습|같음|같구|동일|그대로|一样|一樣|相同|同名|同id|一致|同じ|おなじ|まんま|そのまま|一緒|เดียวกัน|เหมือน|ຄືກັນ|ດຽວກັນ|ដូចគ្នា|ដូច|តែមួយ|အတူတူ|တူတူ|တူပါ|giống|y chang|y hệt|trùng|như trên|\\bsama\\b|persis|pareho|parehas|kapareho|mism[oa]|igual|mesm[oa]|même|pareil|identique|stess[oa]|uguale|identic|gleich|selbe|genauso|wie hier|hetzelfde|dezelfde|zelfde|ten sam|taki sam|tak samo|stejn|rovnak|ugyanaz|ugyanez|megegyez|același|aceeași|la fel|samma|samme|sama kuin|isto|isti|исто|исти|тот же|такой же|то же|та же|как и тут|как тут|как здесь|как и здесь|одинаков|тот самый|той самий|такий самий|той же|такий же|як і тут|як тут|як і тут|същ|ίδιο|ίδια|aynı|eyni|xuddi shu|bir xil|o'sha|shu nom|бірдей|сол есім|дәл осы|окшош|ижил|яг энэ|იგივე|იმავე|նույն|نفس|ذات الاسم|همین|همان|یکی|یکسان|وہی|یہی|एक ही|वही|यही|उही|एउटै|একই|অই নাম|அதே|ఇదే|అదే|ಅದೇ|ಇದೇ|അതേ|ഇതേ|એ જ|ਉਹੀ|එකම|ඒකම|זהה|אותו|כמו כאן|ተመሳሳይ|ያው|sawa na|lile lile|hilo hilo|iri ɗaya|iri daya|\\bdaya ne",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Says that the name is what is the same, or the place where it is shown.
    private static final HeadedPattern OF_NAME =
            HeadedPattern.compile(
                    "\\bname|nick|\\buser|handle|\\bhere\\b|called|닉|이름|아이디|캐릭|여기|昵称|暱稱|名字|用户名|使用者|网名|网名|角色|这里|這裡|此处|本站|名前|ハンドル|ユーザー|キャラ|ここ|アカウント名|ชื่อ|ไอดี|ยูส|ตรงนี้|ຊື່|ໄອດີ|ឈ្មោះ|အမည်|နာမည်|tên|ở đây|\\bnama|\\bdi sini|pangalan|dito|nombre|usuario|aqu[ií]|\\bacá|\\bnome|usuário|arroba|pseudo|\\bnom\\b|\\bici\\b|\\bhier\\b|heiß|benutzer|\\bqui\\b|nazw|tutaj|jméno|přezdív|\\bzde\\b|\\btady\\b|meno|\\btu\\b|\\bnév|nevem|\\bitt\\b|\\bnume|\\baici\\b|\\bnamn|\\bhär\\b|navn|\\bher\\b|nimi|täällä|\\bime\\b|ovdje|ovde|\\bник|\\bимя|имен|юзер|логин|здесь|\\bтут\\b|назв|ім'я|псевдонім|име|прякор|тук|όνομα|ψευδώνυμο|εδώ|\\bisim|\\badım|\\badı\\b|burada|buradaki|\\bad\\b|\\bnom|taxallus|\\bbu yer|есім|атым|осында|ат[ыі]|нэр|энд|სახელ|აქ|ნიკ|անուն|այստեղ|اسم|يوزر|هنا|نام|آیدی|اینجا|یہاں|आईडी|नाम|यहाँ|यहां|নাম|এখানে|பெயர்|இங்க|పేరు|ఇక్కడ|ಹೆಸರು|ಇಲ್ಲಿ|പേര്|ഇവിടെ|નામ|અહીં|ਨਾਮ|ਇੱਥੇ|නම|מכאן|השם|\\bשם|כינוי|\\bכאן|ስም|እዚህ|\\bjina|\\bhapa|\\bsuna|\\bnan\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FILE =
            Pattern.compile(
                    "(?<![A-Za-z0-9_./])([A-Za-z][A-Za-z0-9_]{3,31})\\.(?:jpe?g|png|webp|gif|mp4|pdf|heic)(?![A-Za-z0-9])",
                    Pattern.CASE_INSENSITIVE);

    private static final HeadedPattern FILE_NAME =
            HeadedPattern.compile(
                    "file ?name|name of (?:the|this) (?:file|picture|image|photo)|bestandsnaam|파일 ?(?:명|이름)|文件名|檔名|图片名|圖片名|ファイル名|画像名|ชื่อไฟล์|ຊື່ໄຟລ໌|ឈ្មោះឯកសារ|ဖိုင်နာမည်|tên (?:file|tệp|ảnh)|nama (?:file|fail|berkas|gambar)|pangalan ng (?:file|litrato|picture)|nombre del? (?:archivo|imagen|foto)|nome d[oa] (?:arquivo|imagem|foto|ficheiro)|nom d[ue] (?:fichier|l'image)|dateiname|nome del file|nazwa pliku|název souboru|názov súboru|fájlnév|fájl neve|numele fișierului|filnamn|filnavn|tiedostonimi|naziv (?:datoteke|fajla)|имя файла|названи[ею] (?:файла|картинки|фото)|назва (?:файлу|картинки)|име на файла|όνομα (?:του )?αρχείου|dosya adı|fayl(?:ın)? (?:adı|nomi)|файл(?:дың)? аты|файлын нэр|اسم (?:الملف|الصورة)|نام (?:فایل|عکس)|فائل کا نام|फाइल का नाम|फ़ाइल का नाम|ফাইলের নাম|שם הקובץ|jina la (?:faili|picha)|sunan fayil",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int BEFORE = 40;
    private static final int BEHIND = 90;
    private static final int MOST_CUES = 60;

    private final View view;
    private final String text;
    private final Cues cues;
    private final FoundNames names;

    private SameNames(View view, Cues cues, FoundNames names) {
        this.view = view;
        this.text = view.text();
        this.cues = cues;
        this.names = names;
    }

    static void findIn(View view, Cues cues, FoundNames names) {
        SameNames same = new SameNames(view, cues, names);
        cues.inTextOrder().stream()
                .limit(MOST_CUES)
                .forEach(cue ->
                        HandleContacts.channelWithNames(cue)
                                .filter(kind -> !names.contacts().holds(kind))
                                .ifPresent(kind -> same.read(cue, kind)));
    }

    private void read(Match cue, ContactKind kind) {
        int start = view.indexOf(cue.start());
        int from = Math.max(lineStart(start), start - BEFORE);
        int to = Math.min(text.length(), view.indexOf(cue.end()) + BEHIND);
        int lineEnd = text.indexOf('\n', start);
        int end = lineEnd < 0 ? to : Math.min(to, lineEnd);
        if (FILE_NAME.isIn(text, from, to)) {
            file().ifPresent(handle -> add(handle, kind, cue));
            return;
        }
        boolean told = SAME.isIn(text, from, end) && OF_NAME.isIn(text, from, end);
        if (told) {
            author(start).filter(Handle::isNoWord).ifPresent(handle -> add(handle, kind, cue));
        }
    }

    private void add(Handle handle, ContactKind kind, Match cue) {
        if (handle.fits(kind) && names.isFree(handle)) {
            names.add(
                    handle,
                    kind,
                    0.8,
                    "name shown in the text, said to be the same for " + kind.label(),
                    Optional.of(cue));
        }
    }

    private int lineStart(int i) {
        return text.lastIndexOf('\n', Math.max(0, i - 1)) + 1;
    }

    /// Whoever wrote what stands at a place: named at the beginning of its line, of the line above
    /// or of the first line, or called so anywhere.
    private Optional<Handle> author(int at) {
        int line = lineStart(at);
        return nameAt(HEAD, line, line + 1)
                .or(() -> nameAt(HEAD, 0, 1))
                .or(() -> nameAt(LABELLED, 0, text.length()))
                .filter(handle -> cues.at(view.rawStart(handle.start())).isEmpty());
    }

    /// The name that the pattern finds where it begins between the places.
    private Optional<Handle> nameAt(Pattern pattern, int first, int last) {
        Matcher matcher =
                pattern.matcher(text)
                        .region(first, Math.min(text.length(), last + BEHIND))
                        .useAnchoringBounds(false);
        return matcher.find() && matcher.start() < last
                ? Optional.of(
                        new Handle(
                                matcher.group(1).toLowerCase(Locale.ROOT),
                                matcher.start(1),
                                matcher.end(1),
                                true,
                                false))
                : Optional.empty();
    }

    private Optional<Handle> file() {
        Matcher file = FILE.matcher(text);
        return file.find()
                ? Optional.of(new Handle(file.group(1), file.start(1), file.end(1), true, false))
                : Optional.empty();
    }
}
