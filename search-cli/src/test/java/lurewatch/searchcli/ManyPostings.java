package lurewatch.searchcli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import lurewatch.indexer.Contact;
import lurewatch.indexer.ContactKind;
import lurewatch.indexer.Context;

/// A made-up world of as many postings as one likes, the same for the same seed: several languages
/// and sites, contacts that postings share, mentions of them in other texts, and every kind of
/// context.
final class ManyPostings {
    /// @param contacts their values, which also stand in the text
    record Made(String id, String site, Context context, List<Contact> contacts) {}

    private static final List<String> LANGUAGES = List.of("ko", "en", "zh", "th", "vi", "id");
    private static final List<String> TEXTS =
            List.of(
                    "캄보디아 시아누크빌 TM 상담원 모집. 월 1500만, 숙식 제공, 항공권 지원",
                    "Free flight and visa to Cambodia, salary 2500 USD, no experience needed",
                    "柬埔寨西港招客服，包吃住包机票，月薪两万",
                    "รับสมัครแอดมิน ปอยเปต เงินเดือน 50000 ที่พักฟรี",
                    "Tuyển nhân viên trực page tại Campuchia, lương 25tr, bao vé máy bay",
                    "Loker CS Kamboja gaji 15jt, tiket ditanggung");
    private static final List<String> HOSTILE =
            List.of("=1+1", "<b>x</b>", "\"quoted\", comma", "\u202egnp", "two\nlines");
    private static final List<ContactKind> KINDS =
            List.of(
                    ContactKind.TELEGRAM,
                    ContactKind.LINE,
                    ContactKind.WECHAT,
                    ContactKind.WHATSAPP,
                    ContactKind.EMAIL);
    private static final List<Context> CONTEXTS = List.of(Context.values());
    private static final int PROTECTED_IN = 12;
    private static final int SITES = 9;

    private final Random random;
    private final int shared;
    private final World world = new World();
    private final List<Made> made = new ArrayList<>();

    ManyPostings(int count, long seed) {
        random = new Random(seed);
        shared = Math.max(4, count / 5);
        for (int i = 0; i < count; i++) {
            add(i);
        }
    }

    List<Made> made() {
        return List.copyOf(made);
    }

    ManyPostings in(Path data) {
        world.in(data);
        return this;
    }

    /// The same with an archive, in which each posting has a page that was captured twice.
    ManyPostings archivedIn(Path data) throws IOException {
        world.archivedIn(data);
        return this;
    }

    private void add(int number) {
        int language = random.nextInt(LANGUAGES.size());
        Context context =
                random.nextInt(PROTECTED_IN) == 0
                        ? CONTEXTS.get(random.nextInt(CONTEXTS.size()))
                        : Context.NONE;
        List<Contact> contacts = new ArrayList<>();
        StringBuilder text = new StringBuilder(TEXTS.get(language));
        for (int i = random.nextInt(3); i > 0; i--) {
            Contact contact = contact(random.nextInt(shared));
            contacts.add(contact);
            text.append(" — ").append(contact.value());
        }
        if (random.nextInt(4) == 0) {
            // Another posting's contact, which this one merely mentions.
            text.append(" (").append(contact(random.nextInt(shared)).value()).append(')');
        }
        text.append(' ').append(HOSTILE.get(random.nextInt(HOSTILE.size())));
        String site = "site" + random.nextInt(SITES);
        String name = String.format(Locale.ROOT, "made%06d", number);
        world.on(site)
                .add(
                        name,
                        LANGUAGES.get(language),
                        random.nextInt(40, 101),
                        context,
                        HOSTILE.get(random.nextInt(HOSTILE.size())) + " " + number,
                        text.toString(),
                        contacts.toArray(Contact[]::new));
        made.add(new Made("p-" + name, site, context, List.copyOf(contacts)));
    }

    private static Contact contact(int number) {
        ContactKind kind = KINDS.get(number % KINDS.size());
        String value =
                switch (kind) {
                    case WHATSAPP -> String.format(Locale.ROOT, "+8559%07d", number);
                    case EMAIL -> "sample_mail" + number + "@board.example";
                    default -> "sample_made" + number + "x";
                };
        return World.contact(kind, value);
    }
}
