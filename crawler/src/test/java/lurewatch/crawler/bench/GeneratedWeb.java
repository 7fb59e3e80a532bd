package lurewatch.crawler.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import lurewatch.crawler.RequestHead;

/// A generated loopback web of many hosts with a hundred pages each, all of about 50 KB, shaped
/// like job-board pages: a fifth text, the rest markup. Runs in a process of its own, so that its
/// heap is not counted to whoever is measured. Prints its port, serves until its standard input
/// ends.
///
/// Every page is reachable from `/p/0` of its host; every host serves the same paths with its own
/// text.
final class GeneratedWeb {
    static final int PAGES_PER_HOST = 100;
    private static final int PAGE_BYTES = 50_000;

    /// Hosts share bodies in this many variants, to bound this process's memory.
    private static final int VARIANTS = 16;

    private static final int LINKS_PER_PAGE = 60;
    private static final String[] WORDS =
            ("the team office manager customer service work day week contract full time salary"
                            + " month benefits training experience skills degree company client"
                            + " project support sales data entry account report schedule apply"
                            + " candidate position responsibility insurance holiday pension growth"
                            + " software hotel kitchen driver warehouse nurse teacher accountant")
                    .split(" ");

    /// Each of ninety words, about 600 bytes.
    private final int paragraphs;

    private final List<byte[][]> variants = new ArrayList<>();

    private GeneratedWeb(int paragraphs) {
        this.paragraphs = paragraphs;
        for (int variant = 0; variant < VARIANTS; variant++) {
            byte[][] pages = new byte[PAGES_PER_HOST][];
            for (int page = 0; page < PAGES_PER_HOST; page++) {
                pages[page] = response(variant, page);
            }
            variants.add(pages);
        }
    }

    public static void main(String[] args) throws IOException {
        var web = new GeneratedWeb(args.length > 0 ? Integer.parseInt(args[0]) : 4);
        try (var server = new ServerSocket();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.bind(new InetSocketAddress("0.0.0.0", 0), 1024);
            IO.println(server.getLocalPort());
            var _ = threads.submit(() -> web.acceptAll(server, threads));
            System.in.transferTo(OutputStream.nullOutputStream());
            System.exit(0);
        }
    }

    private Void acceptAll(ServerSocket server, java.util.concurrent.Executor threads)
            throws IOException {
        while (true) {
            Socket socket = server.accept();
            threads.execute(() -> converse(socket));
        }
    }

    private void converse(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 2048)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            int host = socket.getLocalAddress().getAddress()[3] & 0xff;
            for (var head = RequestHead.read(in); !head.isEmpty(); head = RequestHead.read(in)) {
                out.write(answer(host, head.getFirst().split(" ", 3)[1]));
            }
        } catch (IOException e) {
            // The measured side closes connections as it pleases; that ends this conversation.
            return;
        }
    }

    private byte[] answer(int host, String path) {
        if (path.equals("/robots.txt")) {
            return head(200, "text/plain", 0).getBytes(StandardCharsets.US_ASCII);
        }
        int page = path.startsWith("/p/") ? Integer.parseInt(path.substring(3)) : -1;
        if (page < 0 || page >= PAGES_PER_HOST) {
            return head(404, "text/plain", 0).getBytes(StandardCharsets.US_ASCII);
        }
        return variants.get(host % VARIANTS)[page];
    }

    private static String head(int status, String type, int length) {
        return "HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(status, type, length);
    }

    private byte[] response(int variant, int page) {
        byte[] body = page(variant, page).getBytes(StandardCharsets.UTF_8);
        byte[] head =
                head(200, "text/html; charset=utf-8", body.length)
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private String page(int variant, int page) {
        var random = new Random(variant * 1000L + page);
        StringBuilder html = new StringBuilder(PAGE_BYTES + 1000);
        html.append("<!doctype html><html><head><meta charset=\"utf-8\"><title>Vacancy ")
                .append(variant * 1000 + page)
                .append("</title></head><body><header class=\"site-header\"><ul class=\"nav\">");
        for (int i = 1; i <= LINKS_PER_PAGE; i++) {
            int target = (page + i * i) % PAGES_PER_HOST;
            html.append("<li class=\"nav-item\"><a class=\"nav-link nav-link-small\" href=\"/p/")
                    .append(target)
                    .append("\" data-position=\"")
                    .append(i)
                    .append("\">Open position ")
                    .append(target)
                    .append("</a></li>\n");
        }
        html.append("</ul></header><main><article class=\"vacancy\"><h1>")
                .append(words(random, 6))
                .append("</h1>");
        for (int i = 0; i < paragraphs; i++) {
            html.append("<p class=\"vacancy-text\">").append(words(random, 90)).append("</p>\n");
        }
        html.append("</article></main><footer>");
        while (html.length() < PAGE_BYTES) {
            html.append("<div class=\"tile tile-wide\" id=\"tile-")
                    .append(random.nextInt(1_000_000))
                    .append("\" data-tracking=\"")
                    .append(Long.toHexString(random.nextLong()))
                    .append("\" style=\"background-position:0 0\"><span class=\"tile-label\">")
                    .append(words(random, 2))
                    .append("</span></div>\n");
        }
        return html.append("</footer></body></html>").toString();
    }

    private static String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.append('.').toString();
    }
}
