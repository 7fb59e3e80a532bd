package lurewatch.crawler.demo;

import static lurewatch.crawler.demo.PageFrame.escaped;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lurewatch.crawler.demo.DemoTexts.Words;

/// The ways in which boards write down an ad.
enum AdMarkup {
    /// A schema.org JobPosting in a script of the head.
    JSON_LD {
        @Override
        String head(Ad ad) {
            Map<String, String> json = new TreeMap<>();
            json.put("@context", quoted("https://schema.org"));
            json.put("@type", quoted("JobPosting"));
            json.put("title", quoted(ad.title()));
            json.put("datePosted", quoted(ad.posted().toString()));
            json.put("description", quoted(paragraphs(ad)));
            json.put("inLanguage", quoted(ad.language()));
            if (!ad.employer().isEmpty()) {
                json.put("hiringOrganization", named("Organization", "name", ad.employer()));
            }
            if (!ad.location().isEmpty()) {
                String address = named("PostalAddress", "addressLocality", ad.location());
                json.put("jobLocation", "{\"@type\":\"Place\",\"address\":" + address + "}");
            }
            return json.entrySet().stream()
                    .map(e -> quoted(e.getKey()) + ":" + e.getValue())
                    .collect(
                            Collectors.joining(
                                    ",", "<script type=\"application/ld+json\">{", "}</script>"));
        }

        @Override
        String main(Ad ad, Words words) {
            return String.format(
                    Locale.ROOT,
                    "<article lang=\"%s\"><h1>%s</h1>%s%s</article>",
                    ad.language(),
                    escaped(ad.title()),
                    paragraphs(ad),
                    contact(ad));
        }
    },

    /// A schema.org JobPosting in attributes of the visible markup.
    MICRODATA {
        @Override
        String main(Ad ad, Words words) {
            return String.format(
                    Locale.ROOT,
                    """
                    <article lang="%s" itemscope itemtype="https://schema.org/JobPosting">
                    <h1 itemprop="title">%s</h1>
                    <p>%s <time itemprop="datePosted" datetime="%s">%s</time></p>
                    <p itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">%s</span></p>
                    <p itemprop="jobLocation" itemscope itemtype="https://schema.org/Place"><span itemprop="address">%s</span></p>
                    <p itemprop="baseSalary">%s</p>
                    <div itemprop="description">%s%s</div>
                    </article>\
                    """,
                    ad.language(),
                    escaped(ad.title()),
                    escaped(words.posted()),
                    ad.posted(),
                    PageFrame.day(ad.posted()),
                    escaped(ad.employer()),
                    escaped(ad.location()),
                    escaped(ad.salary()),
                    paragraphs(ad),
                    contact(ad));
        }
    },

    /// No structured data at all: the site file's recipe has to say where things stand.
    PLAIN {
        @Override
        String main(Ad ad, Words words) {
            return String.format(
                    Locale.ROOT,
                    """
                    <div class="view" lang="%s">
                    <h1 class="subject">%s</h1>
                    <div class="meta">%s <span class="writer">user%03d</span> | %s <time class="date" datetime="%s">%s</time></div>
                    <div class="view_content">%s%s</div>
                    </div>\
                    """,
                    ad.language(),
                    escaped(ad.title()),
                    escaped(words.writer()),
                    ad.number() * 7 % 1000,
                    escaped(words.posted()),
                    ad.posted(),
                    PageFrame.day(ad.posted()),
                    paragraphs(ad),
                    contact(ad));
        }
    };

    /// Markup for the page's head.
    String head(Ad ad) {
        return "";
    }

    /// Markup of the page's content.
    abstract String main(Ad ad, Words words);

    private static String paragraphs(Ad ad) {
        return ad.paragraphs().stream()
                .map(paragraph -> "<p>" + escaped(paragraph) + "</p>")
                .collect(Collectors.joining());
    }

    private static String contact(Ad ad) {
        return ad.handle()
                .map(name -> "<p><a href=\"https://t.me/" + name + "\">@" + name + "</a></p>")
                .orElse("");
    }

    private static String named(String type, String key, String value) {
        return "{\"@type\":" + quoted(type) + "," + quoted(key) + ":" + quoted(value) + "}";
    }

    /// A JSON string that cannot end the script element around it.
    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars()
                .forEach(c -> {
                    if (c == '"' || c == '\\' || c == '<' || c < ' ') {
                        json.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        json.append((char) c);
                    }
                });
        return json.append('"').toString();
    }
}
