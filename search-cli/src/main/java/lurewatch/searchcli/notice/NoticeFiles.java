package lurewatch.searchcli.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lurewatch.indexer.PageAddress;
import lurewatch.searchcli.export.Cover;
import lurewatch.searchcli.export.HitList;
import lurewatch.searchcli.export.Item;
import lurewatch.searchcli.export.ItemJson;
import lurewatch.searchcli.export.PackWriter;
import lurewatch.searchcli.export.ReadBack;

/// One notice for each platform, with what Article 16(2) of the Digital Services Act asks for, as a
/// letter and as JSON, and a list of them. Accounts are named where the redaction leaves them.
public final class NoticeFiles implements PackWriter {
    private static final String FOLDER = "notices";
    private static final String INDEX = FOLDER + "/index.json";
    private static final JsonMapper JSON = ItemJson.mapper();

    private final Platforms platforms;

    public NoticeFiles(Platforms platforms) {
        this.platforms = platforms;
    }

    @Override
    public List<String> files() {
        return List.of(INDEX);
    }

    @Override
    public void write(HitList list, Cover cover, Path folder) throws IOException {
        Path place = Files.createDirectory(folder.resolve(FOLDER));
        ArrayNode index = JSON.createArrayNode();
        for (Notice notice : notices(list).values()) {
            String id = cover.pack() + "-" + notice.name();
            Files.writeString(
                    place.resolve(notice.name() + ".txt"),
                    NoticeText.of(notice, cover, platforms.ground(), id));
            Files.writeString(
                    place.resolve(notice.name() + ".json"), written(json(notice, cover, id)));
            ObjectNode entry =
                    index.addObject()
                            .put("notice", id)
                            .put("platform", notice.addressee())
                            .put("tlp", cover.marking().tlp().tag())
                            .put("pap", cover.marking().pap().tag());
            notice.channel().ifPresent(channel -> entry.put("channel", channel));
            entry.put("postings", notice.postings().size())
                    .put("accounts", notice.accounts().size())
                    .put("file", FOLDER + "/" + notice.name() + ".json");
        }
        Files.writeString(folder.resolve(INDEX), written(index));
    }

    private static String written(JsonNode json) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private Map<String, Notice> notices(HitList list) throws IOException {
        Map<String, Notice> notices = new TreeMap<>();
        list.forEach(item -> {
            NoticeEntry told = NoticeEntry.of(item);
            if (item.hasUrl()) {
                of(item.page(), notices).postings().add(told);
            }
            for (Platforms.Platform platform : platforms.platforms()) {
                for (Item.Contact contact : item.contacts()) {
                    if (!contact.masked() && platform.runs(contact.kind())) {
                        notices.computeIfAbsent(platform.name(), _ -> Notice.to(platform))
                                .accounts()
                                .add(new Notice.Account(contact, told));
                    }
                }
            }
        });
        return notices;
    }

    private Notice of(String url, Map<String, Notice> notices) {
        String host = host(url);
        Optional<Platforms.Platform> platform = platforms.ofHost(host);
        Notice usual = platform.map(Notice::to).orElseGet(() -> Notice.toHost(host));
        return notices.computeIfAbsent(usual.name(), _ -> usual);
    }

    /// The host of an address as the archive has it, without port.
    static String host(String url) {
        String rest = url.substring(Math.max(0, url.indexOf("://") + 3));
        String authority = rest.split("[/?#]", 2)[0];
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        return host.replaceFirst(":\\d{0,5}$", "").toLowerCase(Locale.ROOT);
    }

    static boolean isOfSameHost(String first, String second) {
        return host(first).equals(host(second));
    }

    private ObjectNode json(Notice notice, Cover cover, String id) {
        ObjectNode json =
                JSON.createObjectNode()
                        .put("v", 1)
                        .put("notice", id)
                        .put("platform", notice.addressee())
                        .put("tlp", cover.marking().tlp().tag())
                        .put("pap", cover.marking().pap().tag())
                        .put("date", cover.made().toString())
                        .put("as_of", cover.asOf().toString())
                        .put("ground", platforms.ground())
                        .put("notifier", cover.sender().name())
                        .put("notifier_contact", cover.sender().contact())
                        .put("good_faith", true);
        ArrayNode postings = json.putArray("postings");
        for (NoticeEntry told : notice.postings()) {
            ObjectNode posting = postings.addObject().put("id", told.id()).put("url", told.url());
            describe(posting, told);
        }
        ArrayNode accounts = json.putArray("accounts");
        for (Notice.Account account : notice.accounts()) {
            ObjectNode entry =
                    accounts.addObject()
                            .put("kind", account.contact().kind())
                            .put("account", account.contact().value())
                            .put("uri", account.contact().uri())
                            .put("posting", account.posting().id())
                            .put("url", account.posting().url());
            describe(entry, account.posting());
        }
        return json;
    }

    private static void describe(ObjectNode json, NoticeEntry told) {
        told.onPage().ifPresent(where -> json.put("on_page", where));
        json.put("first_seen", told.first().toString()).put("last_seen", told.last().toString());
        told.source().ifPresent(seen -> describe(json, told, seen));
        ArrayNode reasons = json.putArray("reasons");
        for (Item.Why why : told.why()) {
            ObjectNode reason =
                    reasons.addObject()
                            .put("signal", why.signal())
                            .put("meaning", why.meaning().orElse(why.signal()));
            ArrayNode quotes = reason.putArray("quotes");
            why.quotes().stream().map(Item.Quote::quote).distinct().forEach(quotes::add);
            if (!why.unreadable().isEmpty()) {
                ArrayNode readings = reason.putArray("readings");
                why.unreadable()
                        .forEach(quote ->
                                readings.addObject()
                                        .put("quote", quote.quote())
                                        .put("read_as", quote.readAs().orElse("")));
            }
        }
    }

    private static void describe(ObjectNode json, NoticeEntry told, Item.Seen seen) {
        json.put("version", told.number()).put("capture", "c" + seen.capture());
        if (isOfSameHost(seen.url(), told.url())) {
            json.put("captured_url", PageAddress.of(seen.url()).url());
        }
        json.put("captured", seen.fetched().toString()).put("provenance", seen.provenance());
        seen.status().ifPresent(code -> json.put("http_status", code));
        seen.claimed().ifPresent(at -> json.put("claimed", at.toString()));
        json.put("payload_sha256", seen.payloadDigest());
    }

    @Override
    public List<String> remarks(HitList list) {
        int without = list.withoutUrl();
        return without == 0
                ? List.of()
                : List.of(
                        without == 1
                                ? "1 posting is in no notice: its address is masked, or none of the web"
                                : String.format(
                                        Locale.ROOT,
                                        "%d postings are in no notice: their addresses are masked, or none of the"
                                                + " web",
                                        without));
    }

    @Override
    public void check(HitList list, Path folder) throws IOException {
        List<String> meant = new ArrayList<>();
        list.forEach(item -> {
            if (item.hasUrl()) {
                meant.add(item.id());
            }
        });
        List<String> found = new ArrayList<>();
        Path index = folder.resolve(INDEX);
        for (JsonNode entry : JSON.readTree(Files.readString(index))) {
            Path file = folder.resolve(entry.path("file").asText());
            for (JsonNode posting : JSON.readTree(Files.readString(file)).path("postings")) {
                found.add(posting.path("id").asText());
            }
        }
        meant.sort(null);
        found.sort(null);
        ReadBack.compare(index, found, meant);
    }
}
