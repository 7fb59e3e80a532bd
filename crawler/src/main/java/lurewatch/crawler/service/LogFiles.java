package lurewatch.crawler.service;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import lurewatch.crawler.settings.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Log files for machines without a journal: what standard error gets goes to `lurewatch.log` too,
/// which is put aside and compressed at its size, and the oldest thrown away. So logs take
/// `log_size` × (`log_files` + 1) of the disk at most.
public final class LogFiles implements Closeable {
    private static final String NAME = "lurewatch.log";

    /// As in `logback.xml`: strangers' control characters are replaced, in what a failure says too,
    /// and nothing in a message is looked up.
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{0}"
                    + " %replace(%.-2000msg){'\\p{C}','?'}%n"
                    + "%replace(%.-8000ex{12}){'[^\\P{C}\\n\\t]','?'}%nopex";

    private final LoggerContext context;
    private final RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();

    private LogFiles(LoggerContext context) {
        this.context = context;
    }

    /// Writes to the folder of the settings until closed; where they name none, nothing.
    public static Closeable open(Service settings) {
        if (settings.logFolder().isEmpty()
                || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return () -> {};
        }
        LogFiles files = new LogFiles(context);
        files.start(Path.of(settings.logFolder().get()), settings);
        return files;
    }

    private void start(Path folder, Service settings) {
        appender.setContext(context);
        appender.setFile(folder.resolve(NAME).toString());
        appender.setEncoder(encoder());
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(folder.resolve(NAME) + ".%i.gz");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(settings.logFiles());
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(settings.logSize().bytes()));
        size.setCheckIncrement(Duration.buildByMilliseconds(100));
        size.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(size);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    private PatternLayoutEncoder encoder() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }

    @Override
    public void close() {
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        appender.stop();
    }
}
