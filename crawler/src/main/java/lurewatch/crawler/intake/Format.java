package lurewatch.crawler.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import lurewatch.indexer.LowerCase;

/// What sort of file it is: by its first bytes where they say so, else by its name.
public enum Format {
    WARC,
    WACZ,
    TELEGRAM,
    CSV,
    JSON_LINES,
    MAIL,
    MHTML,
    CHAT,
    PAGE;

    private static final int SNIFFED = 1 << 14;

    /// Fields of which every mail that was ever sent has one.
    private static final Set<String> OF_MAILS =
            Set.of("from", "received", "return-path", "message-id", "mime-version", "delivered-to");

    private static final Pattern SAVED_BY_BROWSER =
            Pattern.compile(
                    "^(?:from:[ \\t]{0,9}<saved by |snapshot-content-location:)",
                    Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    static Format of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SNIFFED);
        }
        String name = LowerCase.of(file.getFileName().toString());
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("WARC/")
                || name.endsWith(".warc")
                || name.endsWith(".warc.zst")
                || isGzip(start)
                || ZstdWarc.isStart(head)) {
            return WARC;
        }
        if (start.startsWith("PK") || name.endsWith(".wacz")) {
            return ChatFile.isPacked(file) ? CHAT : WACZ;
        }
        if (name.endsWith(".json") && isTelegram(start)) {
            return TELEGRAM;
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return JSON_LINES;
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            return CSV;
        }
        if (name.endsWith(".mhtml") || name.endsWith(".mht") || isSavedPage(start)) {
            return MHTML;
        }
        if (name.endsWith(".eml") || isMail(start)) {
            return MAIL;
        }
        return name.endsWith(".txt") && ChatExport.isOne(head) ? CHAT : PAGE;
    }

    private static boolean isGzip(String start) {
        return start.startsWith("\u001f\u008b");
    }

    private static boolean isMail(String start) {
        String first = start.lines().findFirst().orElse("");
        int colon = first.indexOf(':');
        return colon > 0 && OF_MAILS.contains(LowerCase.of(first.substring(0, colon)));
    }

    /// What a browser wrote into the head in place of a sender.
    private static boolean isSavedPage(String start) {
        return isMail(start) && SAVED_BY_BROWSER.matcher(start).find();
    }

    /// The export of one chat begins with its name and messages, that of all with `about`.
    private static boolean isTelegram(String start) {
        return start.contains("\"messages\"")
                || start.contains("\"chats\"")
                || start.contains("\"personal_information\"");
    }
}
