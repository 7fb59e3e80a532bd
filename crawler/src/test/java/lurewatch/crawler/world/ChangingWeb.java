package lurewatch.crawler.world;

import static lurewatch.crawler.fetch.HostileServer.html;
import static lurewatch.crawler.fetch.HostileServer.notFound;
import static lurewatch.crawler.fetch.HostileServer.send;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import lurewatch.crawler.ConfigFiles;
import lurewatch.crawler.fetch.HostileServer;
import lurewatch.crawler.fetch.HostileServer.Request;
import lurewatch.crawler.world.Board.Ad;
import lurewatch.crawler.world.Board.Ailment;
import lurewatch.crawler.world.Board.Trouble;
import lurewatch.crawler.world.Happening.Kind;
import lurewatch.indexer.Digest;

/// Job boards on loopback addresses that add, change, remove and bring back ads, block and lie, one
/// step of a seeded schedule after the other.
final class ChangingWeb implements Closeable {
    private static final int BOARDS = 8;
    private static final int ADS = 25;
    private static final Duration TROUBLE = Duration.ofSeconds(40);

    private static final String CHALLENGE =
            """
            <!doctype html><title>Just a moment...</title>
            <script>window._cf_chl_opt={cType:'managed'};</script>
            <script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>
            """;

    private final Random random;
    private final List<Board> boards = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final HostileServer server;

    ChangingWeb(long seed) {
        random = new Random(seed);
        for (int number = 0; number < BOARDS; number++) {
            boards.add(new Board(number, ADS));
        }
        server = HostileServer.start(this::answer);
    }

    /// @param logs a folder for log files, small ones so that they roll within the hour
    void writeConfig(Path folder, Path logs) throws IOException {
        Map<String, String> sites = new HashMap<>();
        for (Board board : boards) {
            sites.put(
                    "board-" + board.number(),
                    "kind: job-board\nenabled: true\nseeds: ['%s']\nscope: {pages: 10000}\n"
                            .formatted(url(board, "/jobs")));
        }
        ConfigFiles.write(
                folder,
                """
                identity: {user_agent: ChangingWorldTest, contact: 'mailto:test@example.org'}
                net: {allow_cidr: [127.0.0.0/8], allow_ports: [%d]}
                politeness:
                  factor: 0
                  minimum: 200ms
                  maximum: 1s
                  ip_minimum: 100ms
                  block_first: 5s
                  block_cap: 20s
                  forgive: 60s
                schedule:
                  hub: 20s
                  detail_fuse: [10s, 20s, 40s]
                  retry: 5s
                  revisit:
                    budget: 2000000
                    visit_worth: 1s
                    shortest: 20s
                    longest: 60s
                    longest_listing: 20s
                service: {log_folder: '%s', log_size: 64KB, log_files: 3}
                """
                        .formatted(server.port(), logs),
                sites);
    }

    /// Does one thing to the world.
    void step() {
        Board board = boards.get(random.nextInt(BOARDS));
        List<Ad> there = board.there();
        List<Ad> missing = board.missing();
        int chance = random.nextInt(100);
        if (chance < 4 || chance >= 96) {
            trouble(board, chance < 4 ? Ailment.BLOCKS : Ailment.LIES);
        } else if (chance < 40 || there.size() < 5) {
            shows(Kind.ADDED, board, board.add());
        } else if (chance < 65) {
            shows(Kind.CHANGED, board, board.change(any(there)));
        } else if (chance < 88 || missing.isEmpty()) {
            Ad gone = board.remove(any(there));
            happened(Kind.REMOVED, board, "/ad/" + gone.id(), Optional.empty(), Instant.now());
        } else {
            shows(Kind.RETURNED, board, board.change(any(missing)));
        }
    }

    private Ad any(List<Ad> ads) {
        return ads.get(random.nextInt(ads.size()));
    }

    private void trouble(Board board, Ailment ailment) {
        Instant now = Instant.now();
        Instant until = now.plus(TROUBLE);
        if (board.wellAfter(now, now.plusSeconds(1)).isAfter(now)) {
            return; // one trouble at a time
        }
        board.trouble(ailment, now, until);
        Kind over =
                switch (ailment) {
                    case BLOCKS -> Kind.BLOCK_OVER;
                    case LIES -> Kind.LIE_OVER;
                };
        happened(over, board, "/jobs", Optional.of(""), until);
    }

    private void shows(Kind kind, Board board, Ad ad) {
        String digest = Digest.of(board.page(ad).getBytes(StandardCharsets.UTF_8)).hex();
        happened(kind, board, "/ad/" + ad.id(), Optional.of(digest), Instant.now());
    }

    private void happened(
            Kind kind, Board board, String path, Optional<String> payload, Instant at) {
        happenings.add(new Happening(kind, board, url(board, path), payload, at));
    }

    /// All that happened, but for what a later happening at the same URL undid before its window
    /// was over.
    List<Happening> happenings() {
        List<Happening> lasting = new ArrayList<>();
        for (int i = 0; i < happenings.size(); i++) {
            Happening one = happenings.get(i);
            boolean undone =
                    happenings.subList(i + 1, happenings.size()).stream()
                            .anyMatch(later ->
                                    later.url().equals(one.url())
                                            && later.at().isBefore(one.deadline()));
            if (!undone) {
                lasting.add(one);
            }
        }
        return lasting;
    }

    int steps() {
        return happenings.size();
    }

    private String url(Board board, String path) {
        return "http://127.21.0." + (board.number() + 1) + ":" + server.port() + path;
    }

    private void answer(Request request, OutputStream out) throws IOException {
        Board board = boards.get((request.at().getAddress()[3] & 0xff) - 1);
        Optional<Trouble> trouble = board.troubleAt(Instant.now());
        if (request.path().equals("/robots.txt")) {
            notFound(out);
        } else if (trouble.isPresent()) {
            switch (trouble.get().ailment()) {
                case BLOCKS -> send(out, "429 Too Many Requests", "", new byte[0]);
                case LIES -> html(out, CHALLENGE);
            }
        } else if (request.path().equals("/jobs")) {
            html(out, board.listing());
        } else if (request.path().startsWith("/ad/")) {
            Optional<Ad> ad = board.ad(Integer.parseInt(request.path().substring("/ad/".length())));
            if (ad.isPresent()) {
                html(out, board.page(ad.get()));
            } else {
                notFound(out);
            }
        } else {
            notFound(out);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
