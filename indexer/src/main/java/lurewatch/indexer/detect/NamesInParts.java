package lurewatch.indexer.detect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.text.View;

/// Names of which the text tells one part after the other: `d'abord « sample_com », puis « pte69
/// »`, `pierwsza połowa to „sample_ko”, druga to „nto69”`. A part whose other parts are not told is
/// nobody's name.
final class NamesInParts {
    private static final int REACH = 160;

    /// Parts behind the first.
    private static final int MOST_MORE = 4;

    private static final int MAX_PIECE = 24;

    /// Texts that name channels more often are lists of them.
    private static final int MOST_CUES = 100;

    private static final String OPENING = "[\"'“”„«»‘’‚「『`<＂]";
    private static final String CLOSING = "[\"'“”«»‘’」』`>＂]";

    /// Say that what follows is the first part and that there is another.
    private static final String FIRST_PART =
            String.join(
                    "|",
                    "(?:the )?(?:first|1st) (?:half|part|piece|bit)|(?:the )?(?:front|beginning) (?:half|part)",
                    "앞부분|앞 부분|앞쪽|앞 절반|첫 부분|첫부분|전반부|앞은|앞에는|앞에",
                    "前半部?分?|前面部分|前一半|第一部分|第一段|上半[部段]?分?|前段|前面|开头|開頭",
                    "前半分?|最初の部分|はじめの部分|頭の部分|前の部分",
                    "ครึ่งแรก|ส่วนแรก|ท่อนแรก|ข้างหน้า|ช่วงแรก",
                    "ເຄິ່ງທຳອິດ|ສ່ວນທຳອິດ|ສ່ວນຕົ້ນ|ທ່ອນທຳອິດ",
                    "ផ្នែកទី១|ផ្នែកទីមួយ|ផ្នែកដំបូង|ពាក់កណ្តាលទីមួយ|ខាងមុខ",
                    "ပထမပိုင်း|ပထမတစ်ဝက်|ရှေ့ပိုင်း|ရှေ့တစ်ဝက်",
                    "(?:phần|nửa|đoạn|khúc) (?:đầu(?: tiên)?|trước|một|1|thứ nhất)",
                    "(?:bagian|separuh|setengah|paruh|potongan) (?:pertama|depan|awal)|depannya|bahagian pertama|separuh pertama",
                    "(?:unang|una'ng) (?:hati|bahagi|parte|kalahati)",
                    "(?:la )?primera (?:mitad|parte)|primer (?:trozo|pedazo)",
                    "(?:a )?primeira (?:metade|parte)|primeiro (?:pedaço|trecho)",
                    "(?:la )?première (?:moitié|partie)|premier (?:bout|morceau)|début",
                    "(?:die )?erste (?:hälfte|teil)|(?:der )?erster? teil|vorderteil",
                    "(?:la )?prima (?:metà|parte)|primo pezzo",
                    "(?:de |het )?eerste (?:helft|deel|stuk)",
                    "pierwsza (?:połowa|część|polowa|czesc)",
                    "první (?:polovina|část|půlka)|prvá (?:polovica|časť)",
                    "(?:az )?első (?:fele|rész|része|felé)",
                    "prima (?:jumătate|parte)",
                    "första (?:halvan|delen|hälften)|første (?:halvdel|del)|ensimmäinen (?:puolisko|osa)|alkuosa",
                    "prva (?:polovina|pola|polovica)|prvi d(?:eo|io)|прва половина|први део",
                    "первая (?:половина|часть|половинка)|начало ника",
                    "перша (?:половина|частина)|първата? (?:половина|част)",
                    "(?:το )?πρώτο (?:μισό|μέρος|κομμάτι)",
                    "ilk (?:yarısı|kısmı|bölümü|parçası|yarı|kısım|parça)|birinci (?:kısım|yarı|parça)|birinci (?:hissəsi|yarısı)",
                    "birinchi (?:qismi|yarmi|bo'lagi)|бірінші (?:бөлігі|жартысы)|биринчи (?:бөлүгү|жарымы)|эхний (?:хэсэг|хагас)",
                    "(?:ال)?(?:نصف|جزء|قسم) (?:ال)?[أا]ول|نیمه اول|قسمت اول|بخش اول|پہلا (?:حصہ|آدھا)|پہلا نصف",
                    "boshi|boshlanishi|басы|башы|эхэнд нь|эхлэл нь|başı|başlanğıcı|baş tərəfi|начало|сначала идёт|початок|начал[оа]то|pocz[aą]tek|začátek|začiatok|početak|почетак|az eleje|eleje|începutul|inceputul|el (?:inicio|comienzo|principio)|o (?:começo|início)|le début|der anfang|anfang|l['’]inizio|het begin|början|alku|η αρχή|ההתחלה|البداية|بداية|اولش|شروع|شروعات|शुरुआत|शुरू में|सुरु|শুরু|ආරම්භය|awal(?:nya)?|depan(?:nya)?|kepala(?:nya)?|muka|simula|unahan|mwanzo|kwanza|farko|đầu|phần trước|หัว|ต้น|ตัวหน้า|頭|先頭|开头|開頭|앞글자|맨앞|დასაწყისი|თავში|սկիզբը|սկզբում|መጀመሪያው|the (?:start|beginning|front)|starts?",
                    "पहला (?:हिस्सा|भाग|आधा)|पहिलो (?:भाग|आधा)|প্রথম (?:অংশ|অর্ধেক|ভাগ)",
                    "முதல் (?:பகுதி|பாதி)|మొదటి (?:భాగం|సగం)|ಮೊದಲ (?:ಭಾಗ|ಅರ್ಧ)|ആദ്യ (?:ഭാഗം|പകുതി)|પહેલો (?:ભાગ|અડધો)|ਪਹਿਲਾ (?:ਹਿੱਸਾ|ਅੱਧ)",
                    "පළමු (?:කොටස|භාගය)|החצי הראשון|החלק הראשון|პირველი (?:ნაწილი|ნახევარი)|የመጀመሪያው (?:ክፍል|ግማሽ)|(?:sehemu|nusu) ya kwanza|rabin farko");

    /// Say that what follows comes first, as many other words do.
    private static final String FIRST =
            "first|start with|starts with|begins with|begin with|처음에?|먼저|先|首先|まず|最初に?|はじめに|แรก|ก่อนอื่น|ตอนแรก|đầu tiên|trước tiên|pertama|mula-mula|awalnya|una|primero|empieza (?:con|por)|primeiro|começa com|d['’]abord|commence par|premièrement|zuerst|erst|beginnt mit|prima|inizia con|eerst|begint met|najpierw|zaczyna się od|nejprve|nejdřív|najprv|először|întâi|mai întâi|începe cu|först|først|ensin|prvo|najpre|сначала|начинается с|начни с|спочатку|първо|πρώτα|önce|əvvəlcə|avval|алдымен|адегенде|эхлээд|أولا|أولاً|اول|ابتدا|پہلے|पहले|सुरुमा|প্রথমে|முதலில்|ముందు|ಮೊದಲು|ആദ്യം|પહેલા|ਪਹਿਲਾਂ|මුලින්|קודם|ჯერ|መጀመሪያ|kwanza|da farko";

    /// Say that what follows is another part.
    private static final String NEXT_PART =
            String.join(
                    "|",
                    "(?:the )?(?:second|2nd|other|next|last|third|3rd) (?:half|part|piece|bit|one)|(?:the )?(?:back|end|rear) (?:half|part)|second|the rest",
                    "뒷부분|뒤부분|뒷 부분|뒤 부분|뒤쪽|뒤 절반|둘째 부분|나머지|후반부|끝부분|뒤는|뒤에는|뒤에|가운데는?|끝은|다음은?",
                    "后半部?分?|後半部?分?|后面部分|後面部分|后一半|後一半|第二部分|第三部分|第二段|下半[部段]?分?|后段|後段|后面|後面|结尾|結尾",
                    "後半分?|次の部分|残り|後ろの部分|後の部分|終わりの部分",
                    "ครึ่งหลัง|ส่วนหลัง|ส่วนที่สอง|ท่อนหลัง|ท่อนที่สอง|ข้างหลัง|ช่วงหลัง|ที่เหลือ",
                    "ເຄິ່ງຫຼັງ|ສ່ວນຫຼັງ|ສ່ວນທີສອງ|ທ່ອນຫຼັງ|ສ່ວນທີ່ເຫຼືອ",
                    "ផ្នែកទី២|ផ្នែកទីពីរ|ផ្នែកបន្ទាប់|ផ្នែកចុងក្រោយ|ពាក់កណ្តាលទីពីរ|ខាងក្រោយ",
                    "ဒုတိယပိုင်း|ဒုတိယတစ်ဝက်|နောက်ပိုင်း|နောက်တစ်ဝက်|ကျန်တာ",
                    "(?:phần|nửa|đoạn|khúc) (?:sau|cuối|hai|2|thứ hai|còn lại)",
                    "(?:bagian|separuh|setengah|paruh|potongan) (?:kedua|belakang|akhir|terakhir)|belakangnya|sisanya|bahagian kedua|separuh kedua|yang kedua",
                    "(?:ikalawang|pangalawang|huling|kabilang) (?:hati|bahagi|parte|kalahati)|ang kasunod|ikalawa",
                    "(?:la )?segunda(?: mitad| parte)?|(?:la )?otra(?: mitad| parte)?|segundo (?:trozo|pedazo)|el resto",
                    "(?:a )?segunda(?: metade| parte)?|(?:a )?outra(?: metade| parte)?|segundo (?:pedaço|trecho)|o resto",
                    "(?:la )?(?:deuxième|seconde)(?: moitié| partie)?|(?:l['’])?autre(?: moitié| partie)?|second (?:bout|morceau)|deuxième (?:bout|morceau)|la fin|la suite|le reste",
                    "(?:die )?zweite(?: hälfte)?|(?:der )?zweiter? teil|die andere(?: hälfte)?|der rest|hinterteil",
                    "(?:la )?seconda(?: metà| parte)?|l['’]altra(?: metà| parte)?|secondo pezzo|il resto",
                    "(?:de |het )?tweede(?: helft| deel| stuk)?|(?:de )?andere helft|de rest",
                    "druga(?: połowa| część| polowa| czesc)?|reszta",
                    "druhá(?: polovina| část| půlka| polovica| časť)?|zbytek|zvyšok",
                    "(?:a )?második(?: fele| rész| része)?|(?:a )?másik fele|a többi|a vége",
                    "a doua(?: jumătate| parte)?|cealaltă jumătate|restul",
                    "andra (?:halvan|delen|hälften)|anden (?:halvdel|del)|andre (?:halvdel|del)|resten|toinen (?:puolisko|osa)|loppuosa|loput",
                    "druga (?:polovina|pola|polovica)|drugi d(?:eo|io)|друга половина|други део|ostatak",
                    "вторая(?: половина| часть| половинка)?|остаток|конец",
                    "друга(?: половина| частина)?|решта|втората? (?:половина|част)",
                    "(?:το )?δεύτερο(?: μισό| μέρος| κομμάτι)?|το υπόλοιπο",
                    "(?:ikinci|diğer|son) (?:yarısı|kısmı|bölümü|parçası|yarı|kısım|parça|hissəsi)|ikincisi|gerisi|devamı",
                    "ikkinchi(?:si| qismi| yarmi| bo'lagi)|екінші(?:сі| бөлігі| жартысы)|экинчи(?:си| бөлүгү| жарымы)|дараагийн (?:хэсэг|хагас)|үлдсэн",
                    "(?:ال)?(?:نصف|جزء|قسم) (?:ال)?ثاني|الباقي|نیمه دوم|قسمت دوم|بخش دوم|بقیه|دوسرا (?:حصہ|آدھا|نصف)|باقی",
                    "oxiri|tugashi|oxirida|соңы|аяғы|аягы|төгсгөлд нь|төгсгөл нь|sonu|sonluğu|в конце|кінець|край[ът]?|koniec|końc[óo]wka|konec|kraj|крај|a vége|vége|sfârșitul|sfarsitul|el final|o final|o fim|la fin|das ende|ende|la fine|het eind(?:e)?|slutet|loppu|το τέλος|הסוף|النهاية|نهاية|آخرش|پایان|آخر میں|अंत में|आखिर में|अन्त्य|শেষে|අවසානය|akhir(?:nya)?|belakang(?:nya)?|ekor(?:nya)?|buntut(?:nya)?|hujung|dulo|hulihan|mwisho|karshe|đuôi|đoạn cuối|ท้าย|ตัวหลัง|末尾|後ろ|结尾|結尾|뒷글자|맨뒤|ბოლო|ბოლოში|վերջը|վերջում|መጨረሻ|the (?:end|tail|back)|ends?",
                    "दूसरा(?: हिस्सा| भाग| आधा)?|दोस्रो(?: भाग| आधा)?|बाकी|দ্বিতীয়(?: অংশ| অর্ধেক| ভাগ)?|বাকিটা|বাকি",
                    "இரண்டாம் (?:பகுதி|பாதி)|மீதி|రెండో (?:భాగం|సగం)|రెండవ (?:భాగం|సగం)|ಎರಡನೇ (?:ಭಾಗ|ಅರ್ಧ)|രണ്ടാം (?:ഭാഗം|പകുതി)|બીજો (?:ભાગ|અડધો)|ਦੂਜਾ (?:ਹਿੱਸਾ|ਅੱਧ)",
                    "දෙවන (?:කොටස|භාගය)|දෙවෙනි (?:කොටස|භාගය)|החצי השני|החלק השני|მეორე (?:ნაწილი|ნახევარი)|ሁለተኛው (?:ክፍል|ግማሽ)|(?:sehemu|nusu) ya pili|ya pili|rabi na biyu");

    /// Say that what follows comes then, as many other words do.
    private static final String THEN =
            "and then|then|followed by|after that|plus|and finally|그다음에?|그 다음에?|그리고|이어서|붙여|再|然后|然後|接着|接著|加上?|次に|続けて|そのあと|それから|แล้วตามด้วย|ตามด้วย|แล้วต่อด้วย|ต่อด้วย|แล้วก็|ແລ້ວຕໍ່ດ້ວຍ|ຕໍ່ດ້ວຍ|ຕາມດ້ວຍ|បន្ទាប់មក|ហើយបន្ត|ပြီးရင်|ပြီးတော့|rồi(?: đến| thêm| tới)?|sau đó|tiếp theo|lalu|kemudian|terus|disambung|dilanjut|tapos|saka|pagkatapos|luego|después|y luego|seguido de|depois|e depois|em seguida|seguido por|puis|et puis|ensuite|suivi de|dann|und dann|danach|gefolgt von|poi|e poi|seguito da|daarna|dan|en dan|gevolgd door|potem|a potem|następnie|pak|a pak|potom|aztán|majd|utána|apoi|și apoi|urmat de|sedan|och sen|derefter|så|sitten|zatim|onda|pa onda|затем|потом|а потом|и потом|далее|дальше|далі|потім|а потім|після|след това|после|μετά|έπειτα|sonra|ardından|keyin|so'ng|содан кейін|сосун|кийин|дараа нь|ثم|وبعدها|بعدين|بعدها|سپس|بعدش|بعد|پھر|اس کے بعد|फिर|उसके बाद|त्यसपछि|তারপর|এরপর|பிறகு|அப்புறம்|తర్వాత|ನಂತರ|പിന്നെ|પછી|ਫਿਰ|පස්සේ|ඊළඟට|ואז|אחר כך|შემდეგ|ከዚያ|halafu|kisha|sai";

    /// Where one of those ends, no other Latin word goes on.
    private static final String WHOLE = "(?:(?<=[^A-Za-zÀ-ɏ])|(?![A-Za-zÀ-ɏ]))";

    private static final String IS =
            "(?:(?:is|es|ist|est|è|é|e|to|jest|je|on|là|adalah|ialah|ay|este|er|är|это|це|е|είναι|hai|dir|bu|with|con|com|mit|avec|met|med|z|ze|od|s|jako|as|como)\\s|(?:는|은|이|は|が|是|為|为|คือ|ແມ່ນ|គឺ|က|هو|هي|است|ہے|है|হলো|হল)\\s?){0,2}";

    private static final String GAP = "[\\s:：=,，、—–→>-]{0,4}";

    private static final String QUOTED =
            OPENING + "{1,2}\\s?@?([A-Za-z0-9_.-]{1," + MAX_PIECE + "})\\s?" + CLOSING + "{1,2}";

    /// Without quotes, with a sign or digit, or at the end of its clause: else it is a word.
    private static final String BARE =
            "@?((?=[A-Za-z.]{0,"
                    + MAX_PIECE
                    + "}[0-9_]|[A-Za-z.]{1,"
                    + MAX_PIECE
                    + "}(?:$|[\\n,;)!?。，、）」”]|\\.(?:\\s|$)|\\s?[+＋➕]))[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,"
                    + (MAX_PIECE - 2)
                    + "}[A-Za-z0-9_])?)(?![A-Za-z0-9_@/])";

    private static final String PIECE = "(?:" + QUOTED + "|" + BARE + ")";

    /// Words between the channel and the first part.
    private static final String LEAD =
            "[^\\n.!?。！？A-Za-z0-9_@]{0,12}(?:\\p{L}{1,14}[\\s:：,]{1,2}){0,3}?[\\s:：,，—–-]{0,3}";

    private static final Pattern ANNOUNCED =
            pattern(LEAD + "(?:" + FIRST_PART + ")" + WHOLE + GAP + IS + GAP + PIECE);

    /// Say that there are several parts.
    private static final String SEVERAL =
            "in (?:two|2|three|3) (?:halves|parts|pieces|bits)|split in(?:to)? (?:two|2|three|3)|(?:두|세|2|3) ?(?:부분|조각|토막)(?:으로)?(?: 나눠| 나눴)?|둘로 나눠|分(?:成|为|為)?[两兩二三23](?:段|半|部分|截)发?|(?:二つ|三つ|2つ|3つ)に分けて|แบ่งเป็น(?:สอง|สาม|2|3) ?(?:ส่วน|ท่อน)|chia (?:làm|thành|ra) (?:hai|ba|2|3) (?:phần|đoạn|khúc)|dibagi (?:jadi |menjadi )?(?:dua|tiga|2|3)(?: bagian)?|dalam (?:dua|2) bagian|hinati sa (?:dalawa|2)|sa dalawang (?:bahagi|hati)|en (?:dos|tres|2|3) (?:partes|trozos|mitades|pedazos)|em (?:duas|três|2|3) (?:partes|metades)|en (?:deux|trois|2|3) (?:parties|morceaux|bouts)|in (?:zwei|drei|2|3) (?:teilen|stücken|hälften)|in (?:due|tre|2|3) (?:parti|pezzi)|in (?:twee|drie|2|3) (?:delen|stukken|helften)|w (?:dwóch|trzech|2|3) (?:częściach|kawałkach)|ve (?:dvou|třech|2|3) částech|(?:két|három|2|3) (?:részben|darabban)|în (?:două|trei|2|3) (?:părți|bucăți)|i (?:två|tre|to|2|3) (?:delar|dele|deler)|u (?:dva|tri|2|3) (?:dela|dijela)|(?:двумя|тремя) частями|в (?:двух|трёх|трех|2|3) частях|(?:на|у) (?:дві|двох|2) частин[иах]{1,2}|(?:iki|üç|2|3) (?:parça|kısım)(?:ya|da| halinde)?|(?:ikki|uch|2|3) qism(?:da|ga)|(?:екі|2) бөлік|على (?:جزأين|قسمين|جزئين)|در (?:دو|سه) (?:بخش|قسمت)|دو حصوں میں|दो (?:हिस्सों|भागों) में|দুই (?:ভাগে|অংশে)";

    private static final Pattern COUNTED =
            pattern("[^\\n.!?。！？@]{0,24}?(?:" + SEVERAL + ")" + WHOLE + GAP + IS + GAP + PIECE);

    /// Between parts of which the text says that they are parts.
    private static final Pattern LISTED =
            pattern(
                    "\\s?(?:[+＋➕&,，、/|;；-]|(?:and|und|y|e|et|i|en|a|og|och|ja|ve|va|dan|và|at|и|і|و|और|এবং)\\s|와|과|하고|和|跟|と|กับ|และ)\\s?"
                            + PIECE);

    private static final Pattern BEGUN =
            pattern(LEAD + "(?:" + FIRST + ")" + WHOLE + GAP + IS + GAP + PIECE);
    private static final Pattern OPENED = pattern("[^\\n.!?。！？A-Za-z0-9_@\"“„«「『]{0,16}" + QUOTED);

    private static final Pattern CONTINUED =
            pattern(
                    "[\\s,，、;；.。(（)）—–/|+&-]{0,4}(?:(?:and|und|et|y|e|i|a|и|і|och|og|en|ja|ve|va|dan|và|at|و|और|ও|และ|그리고|和|と) )?(?:"
                            + NEXT_PART
                            + "|"
                            + THEN
                            + ")"
                            + WHOLE
                            + GAP
                            + IS
                            + GAP
                            + PIECE);

    /// Says behind two quoted parts that they are one name.
    private static final Pattern TOGETHER =
            pattern(
                    "[^\\n]{0,24}?(?:together|glue|join|one word|합쳐|붙여|이어|连起来|連起來|拼|合并|合起来|つなげ|繋げ|合わせ|ต่อกัน|รวมกัน|ติดกัน|ຕໍ່ກັນ|ghép|nối|liền|gabung|satukan|sambung|dugtong|pagdugtong|pagsamahin|junt|pega|un[ei]r|cole|collez|colle |assembl|zusammen|attacc|unisci|unite|plak|aan elkaar|połącz|złącz|sklej|razem|spoj|dohromady|egybe|illeszd|lipește|lipit|unește|ihop|sammen|yhteen|spoji|zalepi|слей|склей|соедин|вместе|слитно|з'єдна|склеї|разом|свърж|залеп|ένωσ|κόλλη|birleştir|bitişik|birləşdir|qo'sh|birlashtir|біріктір|қос|бириктир|нийл|اجمع|الصق|ادمج|بچسبان|وصل|جوڑ|ملا|जोड़|मिला|জোড়া|জুড়|একসাথে|சேர்|కలప|ಸೇರಿಸ|ചേർ|જોડ|ਜੋੜ|එකට|חבר|ביחד|შეაერთ|አገናኝ|unganisha|pamoja|haɗa)");

    private static final int LONGEST_JOINT = 4;

    /// Shorter ones may be a part.
    private static final int SHORTEST_WHOLE = 6;

    private final View view;
    private final String text;
    private final Cues cues;
    private final FoundNames names;

    NamesInParts(View view, Cues cues, FoundNames names) {
        this.view = view;
        this.text = view.text();
        this.cues = cues;
        this.names = names;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    void find() {
        cues.inTextOrder().stream()
                .limit(MOST_CUES)
                .forEach(cue ->
                        HandleContacts.channelWithNames(cue).ifPresent(kind -> read(cue, kind)));
    }

    /// `: name_01`: whether what can be nothing but a name stands right there.
    private boolean isWholeNameAt(int from, int to) {
        int start = from;
        while (start < to
                && start - from < LONGEST_JOINT
                && " :：@=".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        boolean tells = false;
        while (end < to && Scripts.isAsciiWord(text.charAt(end))) {
            tells |= text.charAt(end) == '_' || Scripts.isAsciiDigit(text.charAt(end));
            end++;
        }
        return tells && end - start >= SHORTEST_WHOLE;
    }

    private void read(Match cue, ContactKind kind) {
        int from = view.indexOf(cue.end());
        int to = Math.min(text.length(), from + REACH);
        if (isWholeNameAt(from, to)) {
            return;
        }
        Matcher part = ANNOUNCED.matcher(text).region(from, to);
        boolean announced = part.lookingAt();
        boolean counted = !announced && part.usePattern(COUNTED).region(from, to).lookingAt();
        announced |= counted;
        boolean begun = !announced && part.usePattern(BEGUN).region(from, to).lookingAt();
        if (!announced && !begun && !part.usePattern(OPENED).region(from, to).lookingAt()) {
            return;
        }
        Piece first = Piece.of(part);
        if (cues.at(view.rawStart(first.start())).isPresent() || isAnothers(cue, first.start())) {
            return;
        }
        StringBuilder name = new StringBuilder(first.text());
        boolean quoted = first.quoted();
        boolean told = false; // that there are parts
        Piece last = first;
        int parts = 1;
        while (parts <= MOST_MORE) {
            Matcher next = CONTINUED.matcher(text).region(last.after(), to);
            boolean goesOn =
                    next.lookingAt()
                            || (counted
                                    && next.usePattern(LISTED)
                                            .region(last.after(), to)
                                            .lookingAt());
            if (!goesOn) {
                next = OPENED.matcher(text).region(last.after(), to);
                if (!quoted || !next.lookingAt() || !isTogether(next.end())) {
                    break;
                }
                told = true;
            }
            Piece piece = Piece.of(next);
            if (cues.at(view.rawStart(piece.start())).isPresent()) {
                break;
            }
            quoted &= piece.quoted();
            name.append(piece.text());
            last = piece;
            parts++;
        }
        boolean sure =
                announced
                        || ((begun || told || isTogether(last.after()))
                                && (quoted || isRest(last.text())));
        if (parts > 1 && sure) {
            add(cue, kind, new Handle(name.toString(), first.start(), last.end(), true, true));
        }
        if (announced || (parts > 1 && sure)) {
            // half a name is nobody's, and the words that tell of it are no name
            names.contacts().take(view.rawStart(from), view.rawEnd(last.end()));
        }
    }

    /// Whether another channel is named between this one and the first part.
    private boolean isAnothers(Match cue, int start) {
        for (int i = view.indexOf(cue.end()); i < start; i++) {
            if (cues.at(view.rawStart(i)).filter(Cues::isMessenger).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// Whether the last part can be no name of its own and no amount.
    private static boolean isRest(String part) {
        return part.charAt(0) == '_'
                || (part.chars().anyMatch(c -> Scripts.isAsciiDigit((char) c))
                        && part.chars().anyMatch(c -> Scripts.isAsciiLetter((char) c)));
    }

    private boolean isTogether(int from) {
        return areTogether(text, from);
    }

    /// Whether the text says there that what stands before is one name.
    static boolean areTogether(String text, int from) {
        return TOGETHER.matcher(text).region(from, text.length()).lookingAt();
    }

    private void add(Match cue, ContactKind kind, Handle handle) {
        if (handle.fits(kind) && names.isFree(handle)) {
            names.add(
                    handle,
                    kind,
                    0.85,
                    "name in parts after " + kind.label() + " cue",
                    Optional.of(cue));
        }
    }

    /// A part of a name as it stands in the text.
    ///
    /// @param after behind its closing quote
    private record Piece(String text, int start, int end, int after, boolean quoted) {
        static Piece of(Matcher matcher) {
            boolean quoted = matcher.group(1) != null;
            int group = quoted ? 1 : 2;
            return new Piece(
                    matcher.group(group),
                    matcher.start(group),
                    matcher.end(group),
                    matcher.end(),
                    quoted);
        }
    }
}
