package lurewatch.indexer.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lurewatch.indexer.Assessment;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Evidence;
import lurewatch.indexer.Signal;

/// A lure in the parts that an advertiser would hide and those between.
record Lure(String language, Set<String> contacts, List<Part> parts) {
    /// How advertisers of each language ask to be answered; for lures that leave it out.
    private static final List<String> REQUESTS =
            List.of(
                    "ko 텔레 @sample_%d문의",
                    "ko 카톡 sample_%d",
                    "ko 연락처 010-1234-%d",
                    "zh-Hans 微信：sample_%d",
                    "zh-Hans 飞机 @sample_%d",
                    "zh-Hans 电话 138001%d0",
                    "zh-Hant 加賴 sample_%d",
                    "zh-Hant WhatsApp +852 6123 %d",
                    "ja テレグラム @sample_%d",
                    "ja 電話 090-1234-%d",
                    "vi Zalo 0912 34 %d",
                    "vi Telegram @sample_%d",
                    "th ไลน์ sample_%d",
                    "th โทร 081-234-%d",
                    "id WA 0812-3456-%d",
                    "id Telegram @sample_%d",
                    "ms WhatsApp 012-345 %d",
                    "en Telegram @sample_%d",
                    "en WhatsApp +855 96 123 %d",
                    "en t.me/sample_%d",
                    "en Email sample_%d@example.com");

    private static final Pattern CUE =
            Pattern.compile(
                    "텔레그램|텔레|카톡|微信|飞机|飛機|加賴|Zalo|Telegram|WhatsApp|LINE(?= )|ไลน์|テレグラム",
                    Pattern.CASE_INSENSITIVE);

    enum Kind {
        PLAIN,
        WORD,
        HANDLE,
        PHONE,
        LINK
    }

    record Part(Kind kind, String text) {}

    private record Span(Kind kind, int start, int end) {}

    /// The lure of a case, with a contact of its own or one that is usual for its language.
    static Lure of(Cases.Case one, Detector detector, Random random) {
        Assessment assessment = detector.assess(one.text(), Optional.empty());
        String text = one.text();
        if (assessment.contacts().isEmpty()) {
            text += "\n" + request(one.language(), random);
            assessment = detector.assess(text, Optional.empty());
        }
        Set<String> keys =
                assessment.contacts().stream().map(Contact::key).collect(Collectors.toSet());
        return new Lure(one.language(), keys, parts(text, assessment));
    }

    private static String request(String language, Random random) {
        List<String> usual =
                REQUESTS.stream()
                        .filter(request -> request.startsWith(language + " "))
                        .map(request -> request.substring(language.length() + 1))
                        .toList();
        if (usual.isEmpty()) {
            return request("en", random);
        }
        return usual.get(random.nextInt(usual.size()))
                .replace("%d", String.valueOf(1000 + random.nextInt(9000)));
    }

    private static List<Part> parts(String text, Assessment assessment) {
        List<Span> spans = new ArrayList<>();
        for (Contact contact : assessment.contacts()) {
            int start = contact.start() + (contact.raw().startsWith("@") ? 1 : 0);
            spans.add(new Span(kindOf(contact), start, contact.end()));
        }
        Matcher cue = CUE.matcher(text);
        while (cue.find()) {
            spans.add(new Span(Kind.WORD, cue.start(), cue.end()));
        }
        for (Signal signal : assessment.signals()) {
            for (Evidence evidence : signal.evidence()) {
                spans.add(new Span(Kind.WORD, evidence.start(), evidence.end()));
            }
        }
        List<Span> kept = new ArrayList<>();
        for (Span span : spans) {
            if (kept.stream().noneMatch(k -> k.start() < span.end() && span.start() < k.end())) {
                kept.add(span);
            }
        }
        kept.sort(Comparator.comparingInt(Span::start));
        List<Part> parts = new ArrayList<>();
        int done = 0;
        for (Span span : kept) {
            parts.add(new Part(Kind.PLAIN, text.substring(done, span.start())));
            parts.add(new Part(span.kind(), text.substring(span.start(), span.end())));
            done = span.end();
        }
        parts.add(new Part(Kind.PLAIN, text.substring(done)));
        return parts;
    }

    private static Kind kindOf(Contact contact) {
        if (contact.value().startsWith("+") || contact.kind() == ContactKind.PHONE) {
            return contact.raw().indexOf('/') >= 0 ? Kind.LINK : Kind.PHONE;
        }
        boolean address = contact.raw().indexOf('.') >= 0 || contact.raw().indexOf('/') >= 0;
        return address ? Kind.LINK : Kind.HANDLE;
    }

    String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /// The lure with its contacts, and about every second of its key words, hidden that way.
    Lure hidden(Obfuscation how, Random random) {
        List<Part> hidden = new ArrayList<>();
        for (Part part : parts) {
            String text =
                    switch (part.kind()) {
                        case PLAIN -> part.text();
                        case WORD ->
                                random.nextBoolean() ? how.word(part.text(), random) : part.text();
                        case HANDLE -> how.handle(part.text(), random);
                        case PHONE -> how.phone(part.text(), language, random);
                        case LINK -> how.link(part.text(), random);
                    };
            hidden.add(new Part(part.kind(), text));
        }
        return new Lure(language, contacts, hidden);
    }
}
