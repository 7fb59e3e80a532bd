package lurewatch.indexer.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Place;
import lurewatch.indexer.PlaceRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceAndPayTest {
    private static final Detector DETECTOR = Cases.shippedDetector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "캄보디아 시아누크빌 TM 직원 모집|kh,kh_sihanoukville",
                "西港招打字员|kh_sihanoukville",
                "台南西港區 餐廳 徵人|tw_xigang",
                "KK파크 근무|mm_kk_park",
                "Kota Kinabalu hotel, KK|my_sabah,my_sabah",
                "KK 문의|''",
                "Koh Kong City casino|kh_koh_kong_city",
                "Bokor Mountain and Bogor|kh_bokor,id_bogor",
                "中国公司招聘|''",
                "타이핑 알바|''",
                "인도네시아 발리|id_country",
                "🇰🇭 bavet|kh_bavet",
                "🇲🇲🇱🇦 ke liye 8 bande|mm,la",
                "job 🇹🇭🇰🇭 open|th,kh",
                "tellement loin 🇲🇲 🇱🇦|mm,la",
                "WhatsApp 🇰🇭 +855 10 000 000|''",
                "🇯🇵🇹🇭🇻🇳🇮🇩🇲🇾🇸🇬 we ship|''",
                "🇰 🇭|''",
                "🇬🇪 Georgia|ge",
                "ฝั่งปอย_เปต|kh_poipet",
                "కంబోడియాలో ఉద్యోగం|kh",
                "തായ്‌ലൻഡിൽ ജോലി|th",
                "a muse for artists|''",
                "Muse, Myanmar border|mm_muse,mm",
                "Камбодже работа|kh",
                "Loker Kamboja|kh",
                "P o i p e t casino|kh_poipet",
                "តេឡេក្រាម demo_kh9|''",
                "nol delapan satu dua lima enam lima|''",
                "Trabajo en Lima|pe_lima",
                "老街赌场招荷官|mm_laukkai",
                "一条老街|''",
                "周末去老街吃了碗米线|''",
                "深坑老街豆腐|''",
                "老街奶茶店招店员，月薪四千|''",
                "去年被骗到老街的|mm_laukkai",
                "去老街打字，南傘有車接|mm_laukkai,cn_nansan",
                "แรงงานเมียนมา|mm",
                "Naik bas dari KL|my_kl",
                "escale à Addis-Abeba|et_addis",
                "サムイ経由メーソト|th_maesot",
                "সিঙ্গাপুরের জন্য|sg_country",
                "офис в Батуми, потом Пномпень|ge_batumi,kh_phnompenh",
                "Работа в Дубае|ae_dubai",
                "call center em Mianmar|mm",
                "ထိုင်းနိုင်ငံ မဲဆောက်|th,th_maesot",
                "เสียมราฐ|kh_siem_reap",
                "アランヤプラテートから|th_aranyaprathet",
                "তাঁকে পয়পেটে আটকে রেখেছে|kh_poipet",
                "தாய்லாந்தில் வேலை|th",
                "थाइल्याण्डमा काम|th",
                "مطلوب موظفين في كمبوديا|kh",
                "タイピング経験者、日本語ネイティブ|''",
                "タイオフィス勤務|th",
                "भारतीय खाना|''",
                "กสิกร/ไทยพาณิชย์/กรุงไทย|''",
                "ឈ្មួញកណ្តាល|''",
                "해외배송은 베트남이랑 일본만|vn,jp_country",
                "インドア派|''",
                "柬埔寨木牌招打字员|kh,kh_bavet",
                "木牌园区招打字员|kh_bavet",
                "越南木牌见面，再送到柬埔寨|vn,vn_mocbai,kh",
                "花园木牌定制|''",
                "妙瓦底 KK那边招人|mm_myawaddy,mm_kk_park",
                "KK那边看长鼻猴|''",
                "cửa khẩu Xà Xía, Hà Tiên|vn_hatien,vn_hatien",
                "포이펫 시하누크빌 캄보디아|kh_poipet,kh_sihanoukville,kh",
                "Burma Road in Liverpool|''",
                "Umsebenzi eCambodia, ngenyanga|kh",
                "过关后到沙巴徒步|''",
                "dealers for Clark, some already in Porac|ph_clark,ph_porac",
                "POGO hub in Clark|ph_clark",
                "Kuya Clark, pick up sa Pasay|ph_pasay",
                "Clark Kent flew to Manila|ph_manila",
                "Clark (14 pts) led the scoring|''",
                "она теперь в М ь я в а д и|mm_myawaddy",
            })
    void findsPlaces(String text, String ids) {
        List<String> found = assess(text).places().stream().map(Place::id).toList();
        assertThat(found)
                .containsExactlyElementsOf(ids.isEmpty() ? List.of() : List.of(ids.split(",")));
    }

    /// Cities that people are flown through or lured to, by the names that they have there and in
    /// the languages of those who read such ads; and words that are like them.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bay thẳng Phuket|th_phuket",
                "ถึงสนามบินภูเก็ตแล้วมีรถรับ|th_phuket",
                "푸켓 공항에서 픽업|th_phuket",
                "на Пхукете, потом Паттайя|th_phuket,th_pattaya",
                "Chiang Mai to Mae Sai by van|th_chiangmai,th_maesai",
                "清迈机场接人|th_chiangmai",
                "เชียงใหม่ หาดใหญ่|th_chiangmai,th_hatyai",
                "联合艾滋病规划署|''",
                "transit at Abu Dhabi|ae_abudhabi",
                "العمل في أبوظبي والشارقة|ae_abudhabi,ae_sharjah",
                "ابوظہبی کی پرواز، پھر دوحہ|ae_abudhabi,qa_doha",
                "अबू धाबी होकर बैंकॉक|ae_abudhabi,th_bangkok",
                "അബുദാബിയിലേക്ക് വിസ|ae_abudhabi",
                "飞多哈转机|qa_doha",
                "好多哈哈|''",
                "Visakhapatnam, Hyderabad and Delhi agents of India|in_vizag,in_hyderabad,in_delhi,in_country",
                "Hyderabad, Sindh|''",
                "చెన్నై, విశాఖపట్నంలో|in_chennai,in_vizag",
                "சென்னையில் வேலை|in_chennai",
                "দিল্লি হয়ে, কলকাতায়, সিলেটের|in_delhi,in_kolkata,bd_sylhet",
                "Imphal, then Moreh|in_imphal,in_moreh",
                "jamuan moreh di masjid|''",
                "इंदौर से गोवा|in_goa",
                "gua atau goa kelelawar|''",
                "马德里的房子|''",
                "Нью-Дели, Ташкент, Алматыдан|in_delhi,uz_tashkent,kz_almaty",
                "раздели на два|''",
                "từ Đà Nẵng, Hải Phòng và Hà Nội|vn_danang,vn_haiphong,vn_hanoi",
                "nhà hai phòng ngủ|''",
                "máy đa năng|''",
                "ở Cần Thơ, Phú Quốc|vn_cantho,vn_phuquoc",
                "nobody can tho|''",
                "ຈາກຫຼວງພະບາງໄປວັງວຽງ|la_luangprabang,la_vangvieng",
                "มีปากเซ็กซี่|''",
                "မန္တလေးကနေ တာချီလိတ်|mm_mandalay,mm_tachileik",
                "Mandalay Bay, Las Vegas|''",
                "Penang and Johor Bahru|my_penang,my_johorbahru",
                "柔佛、槟城、怡保|my_johorbahru,my_penang,my_ipoh",
                "Cebu, Davao, Angeles City|ph_cebu,ph_davao,ph_angeles",
                "세부 사항은 문의|''",
                "达沃斯论坛|''",
                "Jakarta, Surabaya, Manado, Nunukan|id_jakarta,id_surabaya,id_manado,id_nunukan",
                "medan perang|''",
                "서울에서 부산까지|kr_seoul,kr_busan",
                "부산스럽게 떠들지 마|''",
                "台北、高雄、桃園機場|tw_taipei,tw_kaohsiung,tw_taoyuan",
                "平台北京公司|''",
                "崇高雄伟|''",
                "昆明出发，腾冲过境，临沧也行|cn_kunming,cn_tengchong,cn_lincang",
                "con mình đi làm xa|''",
                "澳门荷官|mo_country",
                "İstanbul'da iş|tr_istanbul",
                "Кутаиси и Батуми|ge_kutaisi,ge_batumi",
                "Jaffna, Kurunegala, Katunayake|lk_jaffna,lk_kurunegala,lk_katunayake",
                "cotton Kandy|''",
                "健康提示|''",
                "කටුනායක ගුවන් තොටුපළ|lk_katunayake",
                "Mombasa, Eldoret, Entebbe|ke_mombasa,ke_eldoret,ug_entebbe",
                "ወደ ድሬዳዋ፣ ሐዋሳ|et_diredawa,et_hawassa",
                "Port Harcourt, Benin City, Ibadan|ng_portharcourt,ng_benincity,ng_ibadan",
                "Dar es Salaam hadi Zanzibar|tz_dar,tz_zanzibar",
                "کراچی سے لاہور|pk_karachi,pk_lahore",
                "পাতায় লেখা|''",
                "भैरहवा हुँदै दिल्ली|np_bhairahawa,in_delhi",
            })
    void findsCitiesOnTheWay(String text, String ids) {
        findsPlaces(text, ids);
    }

    /// Names as the press of each country writes them.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Я в пансионе в Куала Лумпуре|my_kl",
                "فندق في كوالالمبور|my_kl",
                "کوالالمپور میں کام|my_kl",
                "ക്വാലാലംപൂരിൽ ജോലി|my_kl",
                "ಕೌಲಾಲಂಪುರದಲ್ಲಿ ಕೆಲಸ|my_kl",
                "கோலாலம்பூரில் வேலை|my_kl",
                "שליח בקואלה לומפור|my_kl",
                "კუალა-ლუმპურში|my_kl",
                "ກົວລາລໍາເປີ|my_kl",
                "Dapur restoran di KL, gaji RM2,500|my_kl",
                "شباب في كلارك، الفلبين|ph_clark,ph",
                "Кларк, Филиппины|ph_clark,ph",
                "フィリピンのクラーク|ph,ph_clark",
                "Pamasahe papuntang Clark|ph_clark",
                "ရွှေလီမှာ အလုပ်|cn_ruili",
                "อยู่สิบสองปันนา|cn_jinghong",
                "tại TPHCM, lương 12tr|vn_hcmc",
                "Lương 12tr tại HCM|vn_hcmc",
                "офис в Сайгоне|vn_hcmc",
                "ការងារនៅព្រៃនគរ|vn_hcmc",
                "Hà Nội: đơn hàng đi Nhật|vn_hanoi,jp_country",
                "Հանոյում աշխատանք|vn_hanoi",
                "ಹನೋಯಿಯಲ್ಲಿ|vn_hanoi",
                "మ్యావడీలో పని|mm_myawaddy",
                "მიავადში სამუშაო|mm_myawaddy",
                "М'яваді, робота|mm_myawaddy",
                "ਮਿਆਵਾਡੀ ਵਿੱਚ|mm_myawaddy",
                "ማያዋዲ ውስጥ|mm_myawaddy",
                "මියවඩ්ඩි වල|mm_myawaddy",
                "ເມຍວັດດີ|mm_myawaddy",
                "יאנגון, מיאנמר|mm_yangon,mm",
                "யாங்கூனில் வேலை|mm_yangon",
                "യാങ്കോണിൽ|mm_yangon",
                "ဖားအံကနေ|mm_hpaan",
                "ชเวโก๊กโก|mm_shwe_kokko",
                "ຊະເວໂກກໂກ່|mm_shwe_kokko",
                "ເຄເຄປາກ|mm_kk_park",
                "כניסה לפארק, פארק KK|mm_kk_park",
                "उत्तरी म्यांमार में|mm_north",
                "на севере Мьянмы|mm_north",
                "ภาคเหนือของเมียนมา|mm_north",
                "في بويبت|kh_poipet",
                "בפויפט יש עבודה|kh_poipet",
                "Ποϊπέτ, Καμπότζη|kh_poipet,kh",
                "Պոյպետում|kh_poipet",
                "ポイペットの事務所|kh_poipet",
                "ਬਾਵੇਟ ਵਿੱਚ ਨੌਕਰੀ|kh_bavet",
                "ባቬት|kh_bavet",
                "პნომპენში|kh_phnompenh",
                "Πνομ Πενχ|kh_phnompenh",
                "સિયેમ રીપમાં|kh_siem_reap",
                "সিয়াম রিপে কাজ|kh_siem_reap",
                "Сиемрипе|kh_siem_reap",
                "ทมอดา|kh_thmor_da",
                "อุดรมีชัย|kh_oddar_meanchey",
                "バンテアイ・ミエンチェイ|kh_banteay_meanchey",
                "ຄິງສ໌ໂຣມັນ|la_kings_romans",
                "В'єнтьян|la_vientiane",
                "វៀងចន្ទ|la_vientiane",
                "ላዎስ ውስጥ|la",
                "ලාඕසේ රැකියා|la",
                "ធ្វើការនៅថៃ|th",
                "Bangkokdan mashina olib ketadi|th_bangkok",
                "பேங்காக்கில் வரவேற்பு|th_bangkok",
                "චියැන්ග් රායි|th_chiangrai",
                "ਚਿਆਂਗ ਰਾਏ|th_chiangrai",
                "მაე სოტში|th_maesot",
                "రస్ అల్ ఖైమాలో|ae_rak",
                "റാസൽഖൈമയിൽ|ae_rak",
                "Рас-эль-Хайме|ae_rak",
                "عجمان|ae_ajman",
                "Tbilisidagi ofis|ge_tbilisi",
                "טביליסי|ge_tbilisi",
                "Μπατούμι|ge_batumi",
                "ባቱሚ|ge_batumi",
                "Shimoliy Kiprda ish|cy_kyrenia",
                "צפון קפריסין|cy_kyrenia",
                "Үндістан|in_country",
                "インドのオフィス|in_country",
                "Sa Tawi-Tawi, tapos Sabah|ph_tawitawi,my_sabah",
                "Kerja ladang di Sabah|my_sabah",
            })
    void findsPlacesInTheScriptsOfTheirReaders(String text, String ids) {
        findsPlaces(text, ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "مقابلة مع كلارك عن فيلمه|''",
                "Кларк о новом фильме|''",
                "クラークさん|''",
                "克拉克在球队得分|''",
                "SAP HCM consultant|''",
                "Sabah işe gelmeyen olmasın|''",
                "Boten für den Lieferdienst gesucht|''",
                "Mohan Kumar, HR|''",
                "Nadi astrology|''",
                "Mongla port, Khulna|''",
                "东莞御龙湾小区招保安|''",
                "คนงานดูแลเล้าไก่|''",
                "không thu phí gì|''",
                "Người đi nhặt hàng, nhà sáng nhất phố|''",
                "インド料理店、インド洋|''",
                "मे साई बाबा|''",
                "в министерстве так не принято|''",
                "o смачном ужине|''",
                "Prince Group of Restaurants|''",
            })
    void findsNoPlaceInPeopleAndWordsOfItsName(String text, String ids) {
        findsPlaces(text, ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Customer service job in Cambodia|DESTINATION",
                "Head office: Phnom Penh. Customer service job|EMPLOYER",
                "I saw Cambodia on the map|MENTION",
            })
    void tellsWhatAPlaceIsToThePosting(String text, PlaceRole role) {
        assertThat(assess(text).places().getFirst().role()).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "월 1500만~3000만|15000000-30000000 KRW month",
                "월급 300만원|3000000-3000000 KRW month",
                "月薪3-5万|30000-50000 CNY month",
                "月薪3000u|3000-3000 USDT month",
                "salary 2K USDT|2000-2000 USDT month",
                "gaji 20jt per bulan|20000000-20000000 IDR month",
                "lương 25tr|25000000-25000000 VND month",
                "เงินเดือน 5หมื่น|50000-50000 THB month",
                "$3,000/month|3000-3000 USD month",
                "USD 1,200-1,800/month|1200-1800 USD month",
                "日給5万円|50000-50000 JPY day",
                "gaji RM15,000|15000-15000 MYR month",
                "sahod 50k|50000-50000 PHP month",
                "시급 30달러|30-30 USD hour",
                "зарплата 90000 рублей в месяц|90000-90000 RUB month",
                "зарплата 40000 грн на місяць|40000-40000 UAH month",
                "wynagrodzenie 9000 zł miesięcznie|9000-9000 PLN month",
                "Gehalt 4.000 Euro im Monat|4000-4000 EUR month",
                "Stundenlohn 15 €|15-15 EUR hour",
                "stipendio 2.500 euro al mese|2500-2500 EUR month",
                "salaire 300 000 FCFA par mois|300000-300000 XOF month",
                "maaş 3000 dolardır|3000-3000 USD month",
                "oylik 1500 dollarga|1500-1500 USD month",
                "maosh 8000000 so'm oyiga|8000000-8000000 UZS month",
                "айлык 80000 сом|80000-80000 KGS month",
                "жалақы 700000 теңге|700000-700000 KZT month",
                "сарын цалин 5000000 төгрөг|5000000-5000000 MNT month",
                "ခ လစာ ၂၀၀၀၀၀၀ ကျပ် တစ်လ|2000000-2000000 MMK month",
                "ប្រាក់ខែ 800 ដុល្លារ|800-800 USD month",
                "ເງິນເດືອນ 20000000 ກີບ|20000000-20000000 LAK month",
                "ხელფასი 3000 ლარი თვეში|3000-3000 GEL month",
                "salary 400,000 naira monthly|400000-400000 NGN month",
                "maaş 90.000 TL|90000-90000 TRY month",
                "السفر والراتب 4000 ريال شهريا|4000-4000 SAR month",
                "वेतन 60000 रुपये महीना|60000-60000 INR month",
                "तलब 60000 रुपैयाँ महिना|60000-60000 NPR month",
                "зарплата от 90 000 до 120 000 руб. в месяц|90000-120000 RUB month",
                "Gehalt 2.500 bis 3.000 Euro|2500-3000 EUR month",
                "salary ₹1,50,000 per month|150000-150000 INR month",
                "salary 45,000 to 60,000 baht|45000-60000 THB month",
                "bonus 10 100 200 monthly|''",
                "pay 900 won|900-900 KRW month",
                "monthly 900 wonderful prizes|''",
                "làm 8 tiếng/ngày, lương thoả thuận|''",
                "20 godzin na tydzień, pensja do ustalenia|''",
                "가격 50만원|''",
                "call 0900 000 000|''",
            })
    void understandsPay(String text, String pay) {
        List<String> found =
                assess(text).pay().stream()
                        .map(p ->
                                p.low().toBigInteger()
                                        + "-"
                                        + p.high().toBigInteger()
                                        + " "
                                        + p.currency().orElse("?")
                                        + " "
                                        + p.period().orElseThrow().label())
                        .toList();
        assertThat(found).containsExactlyElementsOf(pay.isEmpty() ? List.of() : List.of(pay));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "зарплата 90000 рублей в месяц|90000 рублей",
                "оклад 90000 руб. в месяц|90000 руб.",
                "salary 3000 euros a month|3000 euros",
                "зарплата 2000 долларов в месяц|2000 долларов",
                "oylik 1500 dollarga chiqadi|1500 dollarga",
            })
    void quotesTheCurrencyAsItIsWritten(String text, String quote) {
        assertThat(assess(text).pay().getFirst().evidence().quote()).isEqualTo(quote);
    }

    private static Assessment assess(String text) {
        return DETECTOR.assess(text, Optional.empty());
    }
}
