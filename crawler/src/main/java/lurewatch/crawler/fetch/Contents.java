package lurewatch.crawler.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// The content of a small control file, decoded up to a limit.
final class Contents {
    private Contents() {}

    /// What can be decoded; a broken end keeps what came before it, and an unknown coding gives the
    /// bytes as they are.
    static byte[] decoded(FetchedExchange answer, long most) {
        String coding = answer.header("Content-Encoding").orElse("").strip();
        if (!coding.equalsIgnoreCase("gzip") && !coding.equalsIgnoreCase("x-gzip")) {
            return answer.body();
        }
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            byte[] chunk = new byte[8192];
            int read = in.read(chunk);
            while (read > 0 && out.size() < most) {
                out.write(chunk, 0, (int) Math.min(read, most - out.size()));
                read = in.read(chunk);
            }
            return out.toByteArray();
        } catch (IOException _) {
            return out.toByteArray();
        }
    }
}
