package lurewatch.searchcli.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lurewatch.searchcli.export.Item;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class PlaceMapTest {
    private static Map.Entry<Item.PlaceName, Integer> place(
            String name, String kind, double lat, double lon, int postings) {
        return Map.entry(
                new Item.PlaceName(
                        name.toLowerCase(Locale.ROOT),
                        name,
                        "KH",
                        "mention",
                        "high",
                        Optional.of(new Item.Spot(kind, lat, lon))),
                postings);
    }

    private static Document drawn(List<Map.Entry<Item.PlaceName, Integer>> places)
            throws IOException {
        return Jsoup.parse("<body>" + PlaceMap.svg(places) + "</body>", "", Parser.xmlParser());
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.attr(attribute));
    }

    /// In its style: the sheet of the dossier has a size for all other pictures, which would win
    /// over an attribute.
    private static double fontSize(Document map) {
        String style = map.expectFirst("svg").attr("style");
        return Double.parseDouble(style.replaceFirst("font-size: ([0-9.]+)px", "$1"));
    }

    @Test
    void putsASpotForEachPlaceWhereItLies() throws IOException {
        Document map =
                drawn(
                        List.of(
                                place("Poipet", "town", 13.66, 102.56, 4),
                                place("Cambodia", "country", 12.57, 104.99, 1)));
        Element town = map.expectFirst("circle.place");
        Element country = map.expectFirst("circle.whole");
        // 20 units to a degree of latitude, 19 to one of longitude.
        assertThat(number(town, "cx")).isCloseTo((102.56 - 88) * 19, within(0.1));
        assertThat(number(town, "cy")).isCloseTo((46 - 13.66) * 20, within(0.1));
        assertThat(number(country, "cx")).isGreaterThan(number(town, "cx"));
        assertThat(number(town, "r")).isGreaterThan(number(country, "r"));
        assertThat(map.select("text").eachText()).containsExactly("Poipet 4", "Cambodia 1");
        assertThat(map.select("path.land").attr("d")).startsWith("M").endsWith("z");
    }

    @Test
    void tellsInWordsWhatLiesElsewhereOrNowhereKnown() throws IOException {
        List<Map.Entry<Item.PlaceName, Integer>> places =
                List.of(
                        place("Dubai", "town", 25.2, 55.27, 3),
                        Map.entry(
                                new Item.PlaceName(
                                        "x",
                                        "Old <name>",
                                        "KH",
                                        "mention",
                                        "high",
                                        Optional.empty()),
                                2));
        Document map = drawn(places);
        assertThat(map.select("svg")).isEmpty();
        assertThat(map.wholeText())
                .isEqualTo("Not on a map: Dubai, Cambodia 3, Old <name>, Cambodia 2.");
    }

    @Test
    void letsNoTwoLabelsOverlap() throws IOException {
        List<Map.Entry<Item.PlaceName, Integer>> places = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            places.add(place("Place number " + i, "compound", 11 + i * 0.01, 104, 40 - i));
        }
        Document map = drawn(places);
        assertThat(map.select("circle")).hasSize(40);
        List<Element> labels = map.select("text");
        assertThat(labels).hasSizeGreaterThan(3).hasSizeLessThan(40);
        double size = fontSize(map);
        for (Element one : labels) {
            for (Element other : labels) {
                boolean isBeside = one.hasClass("end") != other.hasClass("end");
                double apart = Math.abs(number(one, "y") - number(other, "y"));
                assertThat(one.equals(other) || isBeside || apart > size)
                        .as(one + " " + other)
                        .isTrue();
            }
        }
    }

    /// Koh Kong's name once stood three lines below its spot, beside Sihanoukville's.
    @Test
    void putsALabelBesideItsOwnSpotOrNowhere() throws IOException {
        Document map =
                drawn(
                        List.of(
                                place("Sihanoukville", "town", 10.63, 103.52, 12),
                                place("Phnom Penh", "town", 11.56, 104.92, 5),
                                place("Bavet", "town", 11.07, 106.14, 3),
                                place("Bokor", "compound", 10.66, 104.03, 2),
                                place("Chrey Thom", "town", 10.95, 105.1, 2),
                                place("Koh Kong Province", "province", 11.5, 103.3, 1)));
        double size = fontSize(map);
        assertThat(map.select("text")).hasSizeGreaterThan(3);
        for (Element label : map.select("text")) {
            String name = label.text().replaceAll(" \\d+$", "");
            double latitude =
                    switch (name) {
                        case "Sihanoukville" -> 10.63;
                        case "Phnom Penh" -> 11.56;
                        case "Bavet" -> 11.07;
                        case "Bokor" -> 10.66;
                        case "Chrey Thom" -> 10.95;
                        case "Koh Kong Province" -> 11.5;
                        default -> throw new AssertionError(name);
                    };
            assertThat(number(label, "y"))
                    .as(name)
                    .isCloseTo((46 - latitude) * 20, within(2 * size));
        }
    }
}
