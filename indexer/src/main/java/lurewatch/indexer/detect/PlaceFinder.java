package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;
import lurewatch.indexer.Place;
import lurewatch.indexer.PlaceRole;
import lurewatch.indexer.rules.GazetteerPlace;
import lurewatch.indexer.scan.HeadedPattern;
import lurewatch.indexer.scan.Match;
import lurewatch.indexer.scan.Matches;
import lurewatch.indexer.scan.ScannedText;
import lurewatch.indexer.scan.Scripts;
import lurewatch.indexer.scan.Target;

/// Places that a text names: the longest name at each spot, ambiguous names only in company.
final class PlaceFinder {
    private static final int MAX_PLACES = 60;
    private static final int NEAR = 24;
    private static final int SHORT_KANA = 3;

    /// What is written after a country's name without a sign between.
    private static final Pattern KANA_AFTER =
            Pattern.compile("オフィス|スタッフ|カジノ|ビザ|リゾート|ツアー|バイト|ルート|エリア|キャンプ|コール|支");

    private static final Pattern STREET =
            Pattern.compile(" (?:Road|Rd|Street|Avenue|Ave|Lane|Drive|Crescent|Terrace)\\b");

    private static final HeadedPattern OWN_ADDRESS =
            HeadedPattern.compile(
                    "(?:주소|본사\\s?위치|소재지|사무소|address|head office|headquarter|registered (?:in|at)|地址|公司位于|总部|總部|địa chỉ|trụ sở|ที่อยู่|สำนักงาน|alamat|kantor pusat|住所|本社|所在地|endereço|sede|dirección).{0,12}\\z",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final HeadedPattern ORIGIN =
            HeadedPattern.compile(
                    "(?:\\bfrom|출신|\\bfor|来自|來自|経由|경유|\\bvia|\\bqua|\\blewat|\\bvia thailand|ผ่าน)\\s?\\z",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern THROUGH =
            Pattern.compile("\\s?(?:경유|を?経由|转机|轉機|转|거쳐|출신|人\\b|국적).*", Pattern.DOTALL);

    /// Places that share their names with people.
    private static final Set<String> PEOPLES_NAMES = Set.of("clark", "douglas");

    /// Before such a name these say that it is somebody's: `Kuya Clark`.
    private static final Pattern TITLE =
            Pattern.compile(
                    "(?:^|[^\\p{L}\\d])(?:mr|mrs|ms|miss|sir|ma'?am|dr|prof|boss|coach|uncle|auntie|kuya|ate|tito|tita|manong|mang|aling|si|ni|kay|named|called|#\\d{1,3})\\.?\\s\\z",
                    Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_TITLE = 9;

    /// Behind such a name, a capitalised word that is none of these is a surname.
    private static final Pattern SURNAME =
            Pattern.compile(
                    " (?!(?:Airport|Air|International|Intl|Freeport|Free|Zone|Special|Economic|Field|Global|City|Site|Office|Hub|Branch|Compound|Park|Resort|Casino|Pampanga|Angeles)\\b)\\p{Lu}\\p{Ll}");

    private PlaceFinder() {}

    static List<Place> find(ScannedText scanned, List<Match> flags, boolean isOffer) {
        List<Match> named = new ArrayList<>();
        for (Match match : scanned.matches()) {
            if (match.target() instanceof Target.OfPlace && fits(scanned.raw(), match)) {
                named.add(match);
            }
        }
        List<Match> spots = Matches.longest(withoutCut(scanned.raw(), named));
        Set<String> countries = certainCountries(spots);
        countries.addAll(certainCountries(flags));
        List<Place> places = new ArrayList<>();
        Map<Integer, List<Match>> namesakes = namesakes(named, spots);
        for (Match spot : spots) {
            if (places.size() == MAX_PLACES) {
                break;
            }
            List<Match> meanings =
                    namesakes.getOrDefault(spot.start(), List.of(spot)).stream()
                            .filter(meaning -> mayBeMeant(meaning, countries, scanned))
                            .toList();
            if (!meanings.isEmpty()) {
                Match meaning = likeliest(meanings, spots);
                places.add(place(scanned, meaning, placeOf(meaning), isOffer));
            }
        }
        addFlagged(scanned, flags, isOffer, places);
        return places;
    }

    /// Flags of countries of which the text names no place in letters: beside one they adorn it.
    private static void addFlagged(
            ScannedText scanned, List<Match> flags, boolean isOffer, List<Place> places) {
        Set<String> named = new HashSet<>();
        places.forEach(place -> named.add(place.country()));
        for (Match flag : flags) {
            GazetteerPlace place = placeOf(flag);
            if (places.size() < MAX_PLACES && named.add(place.country())) {
                places.add(place(scanned, flag, place, isOffer));
            }
        }
        places.sort(Comparator.comparingInt(place -> place.evidence().start()));
    }

    private static Place place(
            ScannedText scanned, Match match, GazetteerPlace place, boolean isOffer) {
        PlaceRole role = role(scanned.raw(), match, isOffer);
        return new Place(
                place.id(),
                place.name(),
                place.country(),
                place.risk(),
                role,
                scanned.quote(match));
    }

    /// Without those that take in the beginning of another name behind a blank: `포이펫 시` (the town
    /// of Poipet) in `포이펫 시하누크빌`.
    private static List<Match> withoutCut(String raw, List<Match> named) {
        Map<Integer, Integer> ends = new HashMap<>();
        named.forEach(match -> ends.merge(match.start(), match.end(), Math::max));
        return named.stream().filter(match -> !isCut(raw, match, ends)).toList();
    }

    private static boolean isCut(String raw, Match match, Map<Integer, Integer> ends) {
        for (int i = match.start() + 1; i < match.end(); i++) {
            if (raw.charAt(i - 1) == ' ' && ends.getOrDefault(i, 0) > match.end()) {
                return true;
            }
        }
        return false;
    }

    /// By where they begin, the names that more than one place has, with all of these places.
    private static Map<Integer, List<Match>> namesakes(List<Match> named, List<Match> spots) {
        Map<Integer, Match> byStart = new HashMap<>();
        spots.forEach(spot -> byStart.put(spot.start(), spot));
        Map<Integer, List<Match>> namesakes = new HashMap<>();
        for (Match match : named) {
            Match spot = byStart.get(match.start());
            if (spot != null
                    && spot.end() == match.end()
                    && !placeOf(spot).id().equals(placeOf(match).id())) {
                namesakes
                        .computeIfAbsent(spot.start(), start -> new ArrayList<>(List.of(spot)))
                        .add(match);
            }
        }
        return namesakes;
    }

    private static boolean mayBeMeant(Match match, Set<String> countries, ScannedText scanned) {
        GazetteerPlace place = placeOf(match);
        return !isAmbiguous((Target.OfPlace) match.target())
                || countries.contains(place.country())
                || isMeant(place, scanned);
    }

    /// Of several places of one name, the one of whose country another name stands nearest: `木牌` is
    /// the gate on the one side of a border and the casinos on the other.
    private static Match likeliest(List<Match> meanings, List<Match> spots) {
        return meanings.size() == 1
                ? meanings.getFirst()
                : Collections.min(
                        meanings,
                        Comparator.comparingInt(meaning -> fromNextOfItsCountry(meaning, spots)));
    }

    private static int fromNextOfItsCountry(Match match, List<Match> spots) {
        String country = placeOf(match).country();
        return spots.stream()
                .filter(spot -> spot.start() != match.start())
                .filter(spot -> placeOf(spot).country().equals(country))
                .filter(spot -> !isAmbiguous((Target.OfPlace) spot.target()))
                .mapToInt(spot ->
                        spot.start() < match.start()
                                ? match.start() - spot.end()
                                : spot.start() - match.end())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /// Whether a name that people bear as well stands as somebody's: `Clark Kent`, `Sir Clark`.
    private static boolean isSomebody(String raw, Match match) {
        String name = ((Target.OfPlace) match.target()).name();
        if (!PEOPLES_NAMES.contains(LowerCase.of(name))) {
            return false;
        }
        String before = raw.substring(Math.max(0, match.start() - LONGEST_TITLE), match.start());
        return TITLE.matcher(before).find()
                || SURNAME.matcher(raw).region(match.end(), raw.length()).lookingAt();
    }

    private static GazetteerPlace placeOf(Match match) {
        return ((Target.OfPlace) match.target()).place();
    }

    private static boolean isAmbiguous(Target.OfPlace target) {
        return target.place().ambiguous().contains(target.name());
    }

    /// Whether one of the words is in the text that say that this place is meant: `老街` is a town,
    /// and any old street.
    private static boolean isMeant(GazetteerPlace place, ScannedText scanned) {
        String text = scanned.views().folded().text();
        return place.beside().stream().anyMatch(text::contains);
    }

    /// Countries that some unambiguous name is of.
    private static Set<String> certainCountries(List<Match> spots) {
        Set<String> countries = new HashSet<>();
        for (Match match : spots) {
            Target.OfPlace target = (Target.OfPlace) match.target();
            if (!isAmbiguous(target)) {
                countries.add(target.place().country());
            }
        }
        return countries;
    }

    /// Short names need more: capitals for letters (`KL`), the word's beginning for Hangul (`인도`).
    private static boolean fits(String raw, Match match) {
        String name = ((Target.OfPlace) match.target()).name();
        String written = raw.substring(match.start(), match.end());
        if (name.length() <= 4
                && name.equals(name.toUpperCase(java.util.Locale.ROOT))
                && Scripts.isAsciiLetter(name.charAt(0))) {
            return written.equals(name);
        }
        if (name.length() <= 2 && Scripts.isHangul(name.charAt(0))) {
            return standsAlone(raw, match);
        }
        if (name.length() <= SHORT_KANA && Scripts.isKana(name.charAt(0))) {
            return isWordOfItsOwn(raw, match);
        }
        return !isAdjective(raw, match) && !isStreet(raw, match) && !isSomebody(raw, match);
    }

    /// `タイ` is no part of `タイピング`, though it may begin `タイオフィス`.
    private static boolean isWordOfItsOwn(String raw, Match match) {
        boolean begins = match.start() == 0 || !isKatakana(raw.charAt(match.start() - 1));
        String after = raw.substring(match.end(), Math.min(raw.length(), match.end() + 6));
        return begins
                && (after.isEmpty()
                        || !isKatakana(after.charAt(0))
                        || KANA_AFTER.matcher(after).lookingAt());
    }

    private static boolean isKatakana(char c) {
        return c >= 0x30A1 && c <= 0x30FC && c != '・';
    }

    /// `Burma Road` is in Liverpool.
    private static boolean isStreet(String raw, Match match) {
        return Scripts.isAsciiLetter(raw.charAt(match.end() - 1))
                && STREET.matcher(raw).region(match.end(), raw.length()).lookingAt();
    }

    /// `भारतीय`, `ভারতীয়`: what is of a country is not there.
    private static boolean isAdjective(String raw, Match match) {
        return raw.startsWith("ीय", match.end())
                || raw.startsWith("ীয়", match.end())
                || raw.startsWith("ীয়", match.end());
    }

    private static boolean standsAlone(String raw, Match match) {
        boolean begins = match.start() == 0 || !Scripts.isHangul(raw.charAt(match.start() - 1));
        boolean ends =
                match.end() == raw.length()
                        || !Scripts.isHangul(raw.charAt(match.end()))
                        || "에으로의와과은는이가을를행현근지시도국쪽및발인여만까부서엔선랑하보처또뿐".indexOf(raw.charAt(match.end()))
                                >= 0;
        return begins && ends;
    }

    private static PlaceRole role(String raw, Match match, boolean isOffer) {
        String before = raw.substring(Math.max(0, match.start() - NEAR), match.start());
        String after = raw.substring(match.end(), Math.min(raw.length(), match.end() + 6));
        if (OWN_ADDRESS.isIn(before)) {
            return PlaceRole.EMPLOYER;
        }
        if (!isOffer || ORIGIN.isIn(before) || THROUGH.matcher(after).matches()) {
            return PlaceRole.MENTION;
        }
        return PlaceRole.DESTINATION;
    }
}
