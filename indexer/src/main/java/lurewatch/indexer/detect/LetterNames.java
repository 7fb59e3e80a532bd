package lurewatch.indexer.detect;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lurewatch.indexer.text.WordMap;

/// What the Latin letters are called in the languages that names are spelled out in, and the words
/// of spelling alphabets, which stand for the letter that they begin with. Immutable.
///
/// A name that two letters have in one language (`بي`) is none there.
final class LetterNames {
    /// Stands for a blank within a name.
    private static final char BLANK = '~';

    /// Stands for a letter whose name is another's as well.
    private static final String NONE = "_";

    /// The words that stand for their first letter, as said on the telephone and by radio.
    private static final String SPELLING_WORDS =
            """
            alfa alpha bravo charlie delta echo foxtrot golf hotel india juliett juliet juliette kilo lima mike november oscar papa
            quebec romeo sierra tango uniform victor whiskey whisky x-ray xray yankee zulu
            anton albert anna berta bertha cäsar caesar daniel dora emil friedrich gustav heinrich ida jakob julius kaufmann konrad
            ludwig leopold martha maria niklaus nordpol otto paula peter quelle richard rosa samuel siegfried sophie theodor ulrich
            viktor wilhelm xanthippe ypsilon zacharias zeppelin zürich
            aachen berlin chemnitz düsseldorf essen frankfurt goslar hamburg ingelheim jena köln leipzig münchen nürnberg offenbach
            potsdam quickborn rostock salzwedel tübingen unna völklingen wuppertal xanten zwickau
            ancona bari bologna como domodossola empoli firenze genova imola imperia jolly kappa livorno milano napoli otranto padova
            palermo quarto roma savona torino udine venezia verona washington yacht york zara
            anatole berthe célestin celestin désiré desire eugène eugene émile emile françois francois gaston henri irma joseph kléber
            kleber louis lucien marcel marie nicolas pierre quintal raoul robert suzanne thérèse therese ursule william xavier yvonne zoé zoe
            bernard cornelis dirk eduard edward ferdinand gerard hendrik izaak isaac johan jan karel lodewijk nico pieter quotiënt quinten
            simon theodoor utrecht willem xantippe zaandam
            antonio alicante barcelona burgos carmen cáceres caceres dolores españa enrique francia francisco gerona granada historia huelva
            inés ines italia josé jose jaén kilómetro kilometro lorenzo león leon lugo madrid málaga malaga maría navarra oviedo orense
            parís paris pamplona palencia querido ramón ramon ronda sábado sevilla salamanca segovia tarragona toledo teruel ulises úbeda
            valencia valladolid xilófono yegua zaragoza zamora
            aveiro bragança braganca coimbra dafundo évora evora faro guarda horta itália lisboa nazaré nazare ovar porto queluz rossio
            setúbal setubal tavira unidade vidago waldemar zulmira
            adam bertil cesar david erik filip gustaf helge ivar kalle martin niklas olof petter quintus rudolf sigurd tore urban xerxes yngve
            bernhard carl cecilia edith frederik fredrik georg hans harald isak jens karen karin lars mikkel niels nils olivia rasmus rikard
            sigrid teodor ulla ulrik viggo yrsa zakarias zackarias
            aarne bertta celsius daavid eemeli faarao gideon heikki iivari jussi lauri matti niilo paavo risto sakari tyyne urho vihtori
            wiski yrjö
            barbara bożena bozena celina dorota danuta ewa franciszek feliks grażyna grazyna genowefa henryk halina irena iwona janina jadwiga
            karol krystyna ludwik marek natalia olga oliwia paweł pawel piotr roman ryszard stanisław stanislaw stefan sabina tadeusz
            teresa urszula violetta wacław waclaw wanda wiktor xantypa ypsylon zygmunt zenon zofia
            adana ankara bursa eskişehir istanbul bolu ceyhan denizli edirne fatsa giresun hatay isparta izmir jandarma kayseri kars lüleburgaz manisa muğla mugla niğde nigde
            ordu polatlı polatli rize samsun sinop sivas trabzon tokat urfa uşak usak ulus van yozgat yalova zonguldak
            cyril františek frantisek helena ivan ivana josef ludvík ludvik nora norbert oto otakar petr quido svatopluk tomáš tomas václav
            vaclav xaver zuzana
            aladár andrás béla bela cecil dénes elemér elek ferenc géza gábor hajnal ilona jános józsef károly katalin lászló lajos mihály
            mátyás nándor otília piroska róbert rezső sándor sarolta tivadar tamás ubul vilmos walter xénia yvette zoltán zorka
            ana barbu constantin dumitru elena florea gheorghe haralambie ion jiu kilogram lazăr lazar nicolae petre radu sandu tudor udrea
            vasile zamfir
            avala beograd cetinje dubrovnik drava evropa golija heroj igalo jadran kosovo lovćen lovcen mostar niš obilić pirot ruma sava timok
            užice valjevo zemun
            """;

    /// Radio alphabets in other letters, in the order of the alphabet.
    private static final String[] SPELLING_TABLES = {
        "알파 브라보 찰리 델타 에코 폭스트롯/폭스트롯트 골프 호텔 인디아 줄리엣 킬로 리마 마이크 노벰버 오스카 파파 퀘벡 로미오 시에라 탱고 유니폼 빅터 위스키"
                + " 엑스레이 양키 줄루",
        "アルファ ブラボー チャーリー デルタ エコー フォックストロット ゴルフ ホテル インディア ジュリエット キロ リマ マイク ノベンバー オスカー パパ ケベック ロメオ シエラ"
                + " タンゴ ユニフォーム ビクター ウイスキー/ウィスキー エックスレイ ヤンキー ズールー",
        "альфа браво чарли дельта эхо фокстрот гольф отель/хотел индия джульетта/джульет кило лима майк ноябрь/новембер оскар папа квебек"
                + " ромео сьерра танго юниформ виктор виски иксрей/икс-рей янки зулу",
    };

    /// The names of `a` to `z` in one language each.
    private static final String[] TABLES = {
        "a/ay b/bee c/cee d/dee e/ee f/ef/eff g/gee h/aitch/haitch i j/jay k/kay l/el/ell m/em n/en o p/pee q/cue/queue r/ar s/ess/es"
                + " t/tee u v/vee w/double~you/double~u/double-u/doubleyou x/ex y/wye z/zed/zee",
        "a b/be/be~larga/be~grande c/ce d/de e f/efe g/ge h/hache i j/jota k/ka l/ele m/eme n/ene o p/pe q/cu r/erre/ere s/ese t/te u"
                + " v/uve/ve/ve~corta/ve~chica w/uve~doble/doble~uve/doble~ve/doble~u x/equis y/i~griega/ye z/zeta",
        "a/á b/bê/be c/cê/ce d/dê/de e/é f/efe g/gê/ge/guê h/agá/aga i j/jota k/cá/ká l/ele m/eme n/ene o/ó p/pê/pe q/quê r/erre/rê s/esse"
                + " t/tê/te u v/vê/ve w/dáblio/dablio/dábliu/dabliu/duplo~vê x/xis y/ípsilon/ipsilon/ípsilo z/zê",
        "a b/bé/be c/cé/ce d/dé/de e/eu f/effe/èfe/ef g/gé/ge h/hache i j/ji k/ka l/elle/èle/el m/emme/ème/em n/enne/ène/en o p/pé/pe"
                + " q/cu/ku r/erre/ère/er s/esse/èsse/es t/té/te u v/vé/ve w/double~vé/double-vé/double~ve x/ixe/ix y/i~grec/igrec/y~grec"
                + " z/zède/zede/zed",
        "a b/bi c/ci d/di e f/effe g/gi h/acca i j/i~lunga/gei/jay k/cappa/kappa l/elle m/emme n/enne o p/pi q/cu r/erre s/esse t/ti u"
                + " v/vu/vi w/doppia~vu/doppia~vi/vu~doppia/doppiavu x/ics y/ipsilon/i~greca z/zeta",
        "a b/be c/ce d/de e f/eff/ef g/ge h/ha i j/jot/jott k/ka l/el/ell m/em/emm n/en/enn o p/pe q/ku/kuh r/er/err s/es/ess t/te u"
                + " v/vau/fau w/we x/ix/iks y/ypsilon/üpsilon z/zet/zett",
        "a/aa b/bee/be c/cee/ce d/dee/de e/ee f/ef/eff g/gee/ge h/haa/ha i/ie j/jee/je k/kaa/ka l/el/ell m/em n/en o/oo p/pee/pe q/kuu/ku"
                + " r/er s/es/ess t/tee/te u/uu v/vee/ve w/wee/we x/iks/ix y/ypsilon/griekse~ij/i-grec z/zet/zed",
        "a b/be c/ce d/de e f/ef g/gie/ge h/ha i j/jot/jota k/ka l/el/eł m/em n/en o p/pe q/ku r/er s/es t/te u v/fau/vau w/wu x/iks"
                + " y/igrek/ypsylon/ygrek z/zet",
        "a/á b/bé c/cé d/dé e/é f/ef g/gé h/há i/í j/jé k/ká l/el m/em n/en o/ó p/pé q/kvé r/er s/es t/té u/ú v/vé w/dvojité~vé x/iks/ix"
                + " y/ypsilon z/zet",
        "a/á b/bé c/cé d/dé e/é f/eff/ef g/gé h/há i/í j/jé k/ká l/ell/el m/em/emm n/en/enn o/ó p/pé q/kú r/err/er s/ess/es t/té u/ú v/vé"
                + " w/dupla~vé/duplavé x/iksz y/ipszilon z/zé/zet",
        "a b/be c/ce d/de e f/ef/fe g/ge/ghe h/haș/haş/ha i j/je/ji k/ka l/el/le m/em/me n/en/ne o p/pe q/chiu/kiu r/er/re s/es/se t/te u"
                + " v/ve w/dublu~ve/dublu~v x/ics/ix y/i~grec/igrec z/zet/ze",
        "a b/be c/ce/se d/de e f/eff/äff g/ge h/hå i j/ji/jod/je k/kå l/ell/äll m/em/emm n/en/enn o p/pe q/ku/kuh r/err/ärr s/ess/äss t/te"
                + " u v/ve w/dubbel-ve/dubbelve/dubbel~ve/dobbelt-ve/dobbeltve/dobbelt~ve x/eks/äks y z/säta/zäta/set/zet",
        "a/aa b/bee c/see d/dee e/ee f/äf/äffä g/gee h/hoo i/ii j/jii k/koo l/äl/ällä m/äm/ämmä n/än/ännä o/oo p/pee q/kuu r/är/ärrä s/äs/ässä"
                + " t/tee u/uu v/vee w/kaksoisvee x/äks/äksä y/yy z/tset/tseta",
        "a/aa b/bee c/tsee d/dee e/ee f/eff/ef g/gee h/haa i/ii j/jott/jot k/kaa l/ell/el m/emm/em n/enn/en o/oo p/pee q/kuu r/err/er s/ess/es t/tee"
                + " u/uu v/vee w/kaksisvee/topeltvee x/iks y/igrek/üpsilon z/zett/tsett",
        "a/ā b/bē c/cē d/dē e/ē f/ef g/gē h/hā i/ī j/jē k/kā l/el m/em n/en o p/pē q/kū r/er s/es t/tē u/ū v/vē w/dubultvē x/iks y/igrek z/zē",
        "a/ą b/bė c/cė d/dė e/ė f/ef g/gė h/ha i j/jot k/ka l/el m/em n/en o p/pė q/kū r/er s/es t/tė u v/vė w/dviguba~vė x/iks y/igrek z/zė",
        "a b/be c/ce d/de e f/ef g/ge h/ha i j/je k/ka l/el m/em n/en o p/pe q/kve/ku r/er s/es t/te u v/ve w/duplo~ve/dvojno~ve x/iks y/ipsilon z/ze/zet",
        "a b/be c/ce d/de e f/fe g/ge h/he/ha i j/je k/ke/ka l/le m/me n/ne o p/pe q/kü/ku r/re s/se t/te u v/ve w/çift~ve/dabılyu/dablyu"
                + " x/iks/eks y/ye z/ze",
        "a b/be c/ce/se d/de e f/ef g/ge h/ha i j/je k/ka l/el m/em n/en o p/pe q/ki/kiu r/er s/es t/te u v/fe/ve w/we x/eks/ex y/ye z/zet",
        "ey b/bi c/si d/di _ f/ef g/dyi h/eyts ay j/dyey k/key l/el m/em n/en o/ou p/pi q/kyu r/ar s/es t/ti u/yu v/vi w/dobolyu x/eks y/way"
                + " z/zi",
        "a b/bê/bờ c/xê/cờ d/dê/đê e/ê f/ép/phờ g/giê/gờ h/hát/hờ i j/gi k/ca/ka l/e-lờ/e~lờ/en-lờ/en~lờ/lờ m/em-mờ/em~mờ/mờ n/en-nờ/en~nờ/nờ o/ô p/pê/pờ"
                + " q/cu/quy r/e-rờ/e~rờ/rờ s/ét/ét~sì/ét-sì/ét~xì/ét-xì/ét~xờ/sờ/ét~sờ t/tê/tờ u v/vê/vờ w/vê~kép/vê~đúp x/ích/ích~xì y/y~dài/i~dài/i~cờ-rét"
                + " z/dét/zét",
        "a/а b/бэ/бе c/цэ/це d/дэ/де e/е/э f/эф/еф g/гэ/ге/же h/аш/ха i/и j/жи/йот k/ка l/эль/эл m/эм n/эн o/о p/пэ/пе q/ку r/эр s/эс/ес t/тэ/те u/у"
                + " v/вэ/ве w/дубль~вэ/дубль~ве/дабл~ве x/икс y/игрек z/зет/зэт",
        "эй би си ди и эф джи эйч ай джей/джэй кей/кэй эл/эль эм эн оу/о пи кью ар эс ти ю ви дабл~ю/дабл-ю/даблю экс/икс уай зед/зи",
        "a/а b/бе c/це/сі d/де e/е f/еф g/ге/же h/аш/ха i/і j/йот/жі k/ка l/ель/ел m/ем n/ен o/о p/пе/пі q/ку/кю r/ер s/ес t/те u/у v/ве w/дубль~ве"
                + "/подвійне~ве x/ікс y/ігрек z/зет",
        "에이/애이 비 씨/시 디 이 에프 지/쥐 에이치/에이취/에치 아이 제이 케이 엘 엠 엔 오 피 큐 알/아르 에스/에쓰 티 유 브이/뷔 더블유/더블류/더블류우 엑스 와이"
                + " 제트/젯/제드",
        "エー/エイ/えー ビー/びー シー/しー ディー/デー/でぃー イー/いー エフ/えふ ジー/じー エイチ/エッチ/えいち アイ/あい ジェー/ジェイ/じぇー ケー/ケイ/けー エル/える"
                + " エム/えむ エヌ/えぬ オー/おー ピー/ぴー キュー アール/あーる エス/えす ティー/テー/てぃー ユー/ゆー ブイ/ヴィー/ぶい ダブリュー/ダブル/だぶりゅー"
                + " エックス/えっくす ワイ/わい ゼット/ズィー/ぜっと",
        "诶/欸 比 西 迪 伊 艾弗 吉 艾尺 艾 杰 开 艾勒/艾尔 艾姆 恩 欧 披 丘 阿尔 艾斯 提 优 维 达不溜/达布溜 艾克斯 歪 贼德",
        "เอ บี ซี ดี อี เอฟ จี เอช/เฮช ไอ เจ เค แอล เอ็ม เอ็น โอ พี คิว อาร์/อา เอส ที ยู วี ดับเบิลยู/ดับเบิ้ลยู/ดับบลิว/ดับบลิ้ว เอ็กซ์/เอกซ์ วาย"
                + " แซด/แซ็ด/เซด",
        "ເອ ບີ ຊີ ດີ ອີ ເອັຟ/ເອຟ ຈີ ເອັຊ/ເຮັຊ ໄອ ເຈ ເຄ ແອລ/ແອັລ ເອັມ ເອັນ ໂອ ພີ ຄິວ ອາ/ອາຣ໌ ເອັສ/ເອສ ທີ ຢູ/ຢູ່ ວີ ດັບເບິນຢູ ເອັກ/ເອັກສ໌ ວາຍ ແຊັດ",
        "អេ ប៊ី ស៊ី ឌី អ៊ី អេហ្វ/អែហ្វ ជី អេច/អេឆ អាយ ជេ ខេ អ៊ែល/អែល អឹម/អេម អិន/អេន អូ ភី គ្យូ អារ/អា អេស/អែស ធី យូ វី ដាប់ប៊លយូ អ៊ិច វ៉ាយ ហ្សេដ",
        "အေ ဘီ စီ ဒီ အီ/အီး အက်ဖ် ဂျီ အိတ်ချ်/အိပ်ချ် အိုင် ဂျေ ကေ အယ်လ်/အယ် အမ် အန် အို ပီ ကျူ အာ/အာရ် အက်စ် တီ ယူ ဗီ/ဗွီ ဒဗလျူ/ဒဘလျူ အိတ်စ်"
                + " ဝိုင် ဇက်",
        "ए बी सी डी ई एफ/एफ़ जी एच आई/आइ जे के एल एम एन ओ पी क्यू/क्यु आर एस टी यू/यु वी/भी डब्ल्यू/डबल्यू/डब्लू/डब्लु एक्स वाई जेड/ज़ेड/जैड",
        "এ বি সি ডি ই এফ জি এইচ/এইস আই জে কে এল এম এন ও পি কিউ আর এস টি ইউ ভি ডাব্লিউ/ডব্লিউ/ডাবলিউ এক্স ওয়াই/ওয়াই জেড",
        "اے بی سی ڈی ای ایف جی ایچ آئی جے کے ایل ایم این او پی کیو آر ایس ٹی یو وی ڈبلیو ایکس وائی زیڈ",
        "إيه/ايه _ سي دي إي إف/اف جي/جى إتش/اتش آي جيه/جاي كيه/كيي إل/ال إم/ام إن/ان أو/او بيه كيو آر/ار إس/اس تي يو في/ڤي دبليو/دابليو إكس/اكس"
                + " واي زد",
        "ఏ/ఎ బి/బీ సి/సీ డి/డీ ఇ/ఈ ఎఫ్ జి/జీ హెచ్ ఐ జె/జే కె/కే ఎల్ ఎం/ఎమ్ ఎన్ ఓ/ఒ పి/పీ క్యూ ఆర్ ఎస్ టి/టీ యు/యూ వి/వీ డబ్ల్యు/డబ్ల్యూ ఎక్స్ వై"
                + " జెడ్/జడ్",
        "ಎ/ಏ ಬಿ ಸಿ ಡಿ ಇ ಎಫ್ ಜಿ ಎಚ್/ಹೆಚ್ ಐ ಜೆ/ಜೇ ಕೆ/ಕೇ ಎಲ್ ಎಂ/ಎಮ್ ಎನ್ ಓ/ಒ ಪಿ ಕ್ಯೂ ಆರ್ ಎಸ್ ಟಿ ಯು/ಯೂ ವಿ ಡಬ್ಲ್ಯೂ/ಡಬ್ಲ್ಯು ಎಕ್ಸ್ ವೈ ಝಡ್/ಜೆಡ್",
        "എ/ഏ ബി സി ഡി ഇ/ഈ എഫ് ജി എച്ച് ഐ ജെ കെ എൽ എം എൻ ഒ/ഓ പി ക്യു/ക്യൂ ആർ എസ് ടി യു/യൂ വി ഡബ്ല്യു എക്സ് വൈ ഇസഡ്/സെഡ്",
        "એ બી સી ડી ઈ એફ જી એચ આઈ જે કે એલ એમ એન ઓ પી ક્યુ/ક્યૂ આર એસ ટી યુ/યૂ વી ડબલ્યુ એક્સ વાય ઝેડ",
        "ਏ ਬੀ ਸੀ ਡੀ ਈ ਐਫ/ਐੱਫ ਜੀ ਐਚ/ਐੱਚ ਆਈ ਜੇ ਕੇ ਐਲ/ਐੱਲ ਐਮ/ਐੱਮ ਐਨ/ਐੱਨ ਓ ਪੀ ਕਿਊ ਆਰ ਐਸ/ਐੱਸ ਟੀ ਯੂ ਵੀ ਡਬਲਯੂ ਐਕਸ ਵਾਈ ਜ਼ੈੱਡ/ਜ਼ੈਡ",
        "ඒ බී සී ඩී ඊ එෆ් ජී එච් අයි ජේ කේ එල් එම් එන් ඕ පී කිව්/කියු ආර් එස් ටී යූ වී ඩබ්ලිව්/ඩබ්ලිව එක්ස් වයි සෙඩ්",
        "ኤ ቢ ሲ ዲ ኢ ኤፍ ጂ ኤች አይ ጄ ኬ ኤል ኤም ኤን ኦ ፒ ኪው/ኪዩ አር ኤስ ቲ ዩ ቪ ደብሊው/ደብልዩ ኤክስ ዋይ ዜድ",
        "ეი ბი სი დი ი ეფ/ეფი ჯი ეიჩ/ჰეიჩ აი ჯეი ქეი/კეი ელ/ელი ემ/ემი ენ/ენი ოუ/ო პი ქიუ/კიუ არ ეს/ესი თი იუ ვი დაბლიუ ექს/იქსი ვაი ზედ/ზეტი",
        "ა ბე ცე დე ე ეფ გე ჰა/ჰაშ ი იოტ/ჟი კა ელ ემ ენ ო პე ქუ/კუ ერ ეს ტე უ ვე დუბლვე/დუბლ~ვე იქს იგრეკ ზეტ",
        "ஏ/எ _ சி டி இ/ஈ எஃப்/எப் ஜி எச்/ஹெச் ஐ ஜே கே எல்/எல எம்/எம என்/என ஓ/ஒ _ க்யூ/கியூ ஆர் எஸ்/எஸ டி~ட் யு/யூ வி டபிள்யூ/டபுள்யூ எக்ஸ் ஒய்/வை இசட்/ஸெட்",
        "έι/εϊ μπι σι ντι ι εφ τζι έιτς/εϊτς άι τζέι κέι ελ εμ εν όου/ο πι κιου αρ ες τι γιου βι νταμπλγιου/ντάμπλγιου εξ γουάι ζεντ/ζέτα",
    };

    private static final WordMap<List<Letter>> NAMES = names();

    /// How long the longest is that begins with a character.
    private static final Map<Character, Integer> LONGEST =
            NAMES.words().stream()
                    .collect(Collectors.toMap(name -> name.charAt(0), String::length, Math::max));

    private LetterNames() {}

    /// A letter by one of its names.
    ///
    /// @param alphabet a language's names, or a spelling alphabet
    record Letter(int alphabet, char letter) {}

    /// A name as it stands in a text.
    record Named(char letter, int end) {}

    private static WordMap<List<Letter>> names() {
        Map<String, List<Letter>> names = new HashMap<>();
        for (String word : SPELLING_WORDS.strip().split("\\s+", -1)) {
            put(names, word, new Letter(0, base(word.charAt(0))));
        }
        for (String table : SPELLING_TABLES) {
            putTable(names, table, 0);
        }
        for (int i = 0; i < TABLES.length; i++) {
            putTable(names, TABLES[i], i + 1);
        }
        return WordMap.of(names);
    }

    private static void putTable(Map<String, List<Letter>> names, String table, int alphabet) {
        String[] letters = table.split(" ", -1);
        if (letters.length != 26) {
            throw new IllegalArgumentException("not 26 letters: " + table);
        }
        for (int i = 0; i < letters.length; i++) {
            for (String name : letters[i].split("/", -1)) {
                if (!name.equals(NONE)) {
                    put(names, name, new Letter(alphabet, (char) ('a' + i)));
                }
            }
        }
    }

    private static void put(Map<String, List<Letter>> names, String name, Letter letter) {
        List<Letter> letters =
                names.computeIfAbsent(
                        Normalizer.normalize(name.replace(BLANK, ' '), Normalizer.Form.NFKC),
                        _ -> new ArrayList<>(1));
        if (!letters.contains(letter)) {
            letters.add(letter);
        }
    }

    private static char base(char c) {
        return switch (c) {
            case 'é' -> 'e';
            case 'ú' -> 'u';
            default -> c;
        };
    }

    /// The alphabets that have a name at `start` of a text in lower case.
    static List<Integer> alphabetsAt(String text, int start) {
        List<Integer> alphabets = new ArrayList<>();
        for (int end = lastEnd(text, start); end > start; end--) {
            List<Letter> letters = isWhole(text, start, end) ? NAMES.get(text, start, end) : null;
            if (letters != null) {
                letters.stream()
                        .map(Letter::alphabet)
                        .filter(alphabet -> !alphabets.contains(alphabet))
                        .forEach(alphabets::add);
            }
        }
        return alphabets;
    }

    /// The longest name of the alphabet at `start` of a text in lower case.
    static Optional<Named> at(String text, int start, int alphabet) {
        for (int end = lastEnd(text, start); end > start; end--) {
            List<Letter> letters = isWhole(text, start, end) ? NAMES.get(text, start, end) : null;
            if (letters != null) {
                for (Letter letter : letters) {
                    if (letter.alphabet() == alphabet) {
                        return Optional.of(new Named(letter.letter(), end));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static int lastEnd(String text, int start) {
        return Math.min(text.length(), start + LONGEST.getOrDefault(text.charAt(start), 0));
    }

    /// Whether no letter of the same word stands before or behind; scripts without blanks have no
    /// such words.
    private static boolean isWhole(String text, int start, int end) {
        return (start == 0 || !isOneWord(text.charAt(start - 1), text.charAt(start)))
                && (end == text.length()
                        || !(isOneWord(text.charAt(end - 1), text.charAt(end))
                                || isMark(text.charAt(end))));
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isOneWord(char before, char c) {
        return before != '_'
                && c != '_'
                && !Scripts.isAsciiDigit(c)
                && Scripts.isWord(before)
                && Scripts.isWord(c);
    }
}
