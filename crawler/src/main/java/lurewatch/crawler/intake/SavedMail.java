package lurewatch.crawler.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lurewatch.indexer.Digest;
import lurewatch.indexer.extract.MailHead;

/// A mail as a mail program saves it, `.eml`: one record. What is forwarded in it is found when it
/// is read.
final class SavedMail {
    private SavedMail() {}

    static void read(Path file, IntakeOptions options, IntakeSink sink)
            throws IOException, InterruptedException, IntakeRefusedException {
        byte[] mail = SavedPage.bytes(file);
        MailHead head = MailHead.of(mail);
        String url =
                options.url().or(head::url).orElseGet(() -> "urn:sha256:" + Digest.of(mail).hex());
        sink.take(
                IntakeRecord.of(
                                "mail",
                                url,
                                options.claimed().or(head::date),
                                options.type().orElse("message/rfc822"),
                                mail)
                        .from(Optional.empty(), Map.of()));
        sink.progress(mail.length, mail.length);
    }
}
