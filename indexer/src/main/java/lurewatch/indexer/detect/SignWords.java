package lurewatch.indexer.detect;

import java.util.Set;

/// What the signs of names and addresses are called where people write them out: `sample нижнее
/// подчёркивание hr`, `sample chấm hr`, `sample kukac host pont hu`. As parts of regular
/// expressions without groups of their own.
final class SignWords {
    /// `_`.
    static final String UNDERSCORE =
            String.join(
                    "|",
                    "under ?(?:score|bar|dash|line)|underscroe|undrscore|low ?dash",
                    "언더 ?(?:바|스코어|라인)|밑줄",
                    "下划线|下劃線|下?底線|底线|下横线|下橫線|下划杠|下杠|底杠",
                    "アンダー?(?:バー|スコア|ライン)|下線",
                    "gạch[ _](?:dưới|chân)|dấu gạch dưới|gach duoi",
                    "ขีดล่าง|ขีดเส้นใต้|อันเดอ(?:ร์)?สกอ(?:ร์)?",
                    "garis[ -]bawah|(?:se?t?rip|dash|min) bawah|underskor|salungguhit",
                    "အောက်မျဉ်း|အောက်လိုင်း|အန်ဒါစကိုး",
                    "(?:សញ្ញា)?គូសក្រោម|បន្ទាត់ក្រោម|អាន់ដឺស្គ័រ",
                    "ຂີດ(?:ລຸ່ມ|ກ້ອງ)",
                    "अ[ंनण]्?डरस्कोर|আন্ডার ?স্কোর",
                    "அண்டர் ?ஸ்கோர்|அடிக்கோடு|അണ്ടർ ?സ്കോർ|అండర్\u200C? ?స్కోర్|ಅಂಡರ್\u200C? ?ಸ್ಕೋರ್|અંડરસ્કોર|ਅੰਡਰਸਕੋਰ",
                    "අන්ඩර්ස්කෝර්|යටි ඉර",
                    "(?:нижн(?:ее|ий|яя) )?подч[её]рк(?:ивание)?|нижн(?:ее|ий|яя) (?:пробел|тире|дефис|сл[эе]ш|черта|линия)|андерскор",
                    "(?:нижн[єя] )?підкреслення|нижня риска|нижн[єя] підкресл(?:юв|ен)ання",
                    "ներքևի գիծ|ներքեւի գիծ|ստորին գիծ|хати поёнӣ|ქვედა ?ხაზი|ქვედა ?ტირე",
                    "долна черт(?:а|ичка)|доогуур зураас|доод зураас",
                    "астын сызу|астыңғы сызық|төменгі сызық|асты сызық",
                    "pas(?:tki|tgi) chiziq(?:cha)?|ostki chiziq(?:cha)?|tagchiziq",
                    "شرط[ةه] (?:سفلي[ةه]|تحتي[ةه])|[اأ]ندر ?سكور|خط سفلي",
                    "[آا]ندر ?(?:لاین|اسکور)|زیرخط|خط زیر|انڈر ?سکور",
                    "אנדרסקור|קו תחתון|κάτω παύλα|ქვედა ?ტირე",
                    "አንደርስኮር|(?:ከስር|የታች|የስር) መስመር|mstari (?:wa )?chini|kasan layi",
                    "gui[oó]n (?:ba|aba)jo|(?:barra|raya) (?:baja|abajo)|raya al piso|subgui[oó]n",
                    "sublinha(?:do)?|tra[cç]o baixo|anderl(?:ai|i)ne?",
                    "tiret (?:du )?(?:bas|8)|tiret-bas|souligné",
                    "unterstrich|tiefstrich|trattino (?:in )?basso|laag streepje|liggend streepje|onderstreepje",
                    "podkreślnika?|podkreślenie|podłoga|podloga|dolna kreska|podtržítko|podtrzitko",
                    "aláhúzás|alsó ?vonal|alulvonás|alsó kötőjel",
                    "alt(?:tan|dan)? (?:çizgi|cizgi|tire|xətt)",
                    "(?:liniuță|linie|linie de|bară) jos|donja crt(?:a|ica)",
                    "understreck(?:et)?|understreg|bundstreg|alaviiva|alakriips|allakriips|undirstrik",
                    "pabraukimas|apatinis brūkšnys|apatinį brūkšnį|apakšsvītra|pasvītra|apakšējā svītra|nënviz[ëe]|viz[ëe] poshtë",
                    "podčiarkovník|podciarkovnik|podčiarknutie|spodná čiara|dolná čiara|dolní čára|podčrtaj|spodnja črta|podcrtaj",
                    "долна црта|guió baix|barra baixa|azpimarra");

    /// `.`, in letters that other words are written in too.
    static final String LATIN_DOT =
            "dot|chấm|titik|noktah|punto|ponto|nokta|nuqta|nöqtə|tuldok|kropka|punct|te[cč]ka|to[cč]ka|tačka|punktum|nukta|digo|bodka|taškas|punkts|pikë|punktur";

    /// Those of them that are ordinary words of other languages as well.
    static final String OTHER_DOT = "punkt|point|pont|punt|piste";

    /// `.`, in other scripts.
    static final String DOT =
            String.join(
                    "|",
                    "점|쩜|닷|点|點|ドット|どっと|จุด|ดอท|ຈຸດ|ດອດ|ចុច|ចំណុច|အစက်|ဒေါ့",
                    "точка|крапка|нүкте|цэг|τελεία|נקודה|წერტილი",
                    "نقطة|نقطه|ڈاٹ|دوت|دات|डॉट|डाट|डट|ডট|ඩොට්|තිත|டாட்|புள்ளி|డాట్|ಡಾಟ್|ഡോട്ട്|ડોટ|ਡਾਟ|ነጥብ|ዶት|կետ|ნიშანი");

    /// `-`, in letters that other words are written in too.
    static final String LATIN_HYPHEN =
            "hyphen|dash|gui[oó]n(?: medio)?|tra[cç]o|h[ií]fen|tiret|bindestrich|minus|trattino|gạch ngang|gạch giữa|gạch nối|strip|tanda hubung|gitling|myślnik|pauza|pomlčka|spojovník|kötőjel|cratimă|liniuță|streepje|koppelteken|tire|defis|chiziqcha|crtica|yhdysmerkki";

    /// `-`, in other scripts.
    static final String HYPHEN =
            String.join(
                    "|",
                    "하이픈|대시|줄표|ハイフン|横棒|(?<!下)(?:横杠|横槓|橫槓|横线|橫線|短横|短橫|连字符|減號|减号|中划线|中劃線|中线)",
                    "ขีดกลาง|เครื่องหมายลบ|ຂີດກາງ|សហសញ្ញា|ဟိုက်ဖင်|тире|дефис|παύλα|מקף|დეფისი|ტირე|գծիկ",
                    "شرط[ةه]|واصلة|خط تیره|ہائفن|ڈیش|हाइफ़?न|डैश|হাইফেন|ড্যাশ|ஹைபன்|హైఫన్|ഹൈഫൺ|හයිෆන්|ሃይፈን");

    /// `@` before a name, each one word.
    static final Set<String> AT =
            HandleWords.words(
                    """
                    arroba klammeraffe arond snabel-a majmun miukumauku собака собачка песик равлик 골뱅이 앳 艾特 アットマーク アット 小老鼠 แอท แอ็ด arobase arrobase
                    chiocciola kukac zavináč zavinac małpa malpa apenstaartje кльомба маймунка παπάκι
                    ऐट एट অ্যাট এট ایٹ آت ات ඇට් அட் ఎట్ အက် អេត ແອັດ አት ኤት שטרודל כרוכית эт ət ät kuchukcha айқұлақ
                    """);

    private SignWords() {}
}
