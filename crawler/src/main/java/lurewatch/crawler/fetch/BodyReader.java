package lurewatch.crawler.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import lurewatch.crawler.fetch.Body.Cut;
import lurewatch.crawler.fetch.Deadlines.Deadline;
import lurewatch.crawler.settings.Limits;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.MessageConstraintException;

/// Reads one body up to its limits. A body that is cut, by whomever, is still evidence: it is kept
/// as far as it came, and its socket is closed at once, so that nobody drains it.
final class BodyReader {
    /// A body's speed is judged after this time; slow starts are common and innocent.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int CHUNK = 16_384;
    private static final int MOST_PROMISED = BodyRoom.SMALL;

    private final Limits limits;
    private final long most;
    private final Optional<BodyRoom.Place> place;
    private final Deadline total;
    private final Runnable abort;
    private final LongSupplier wire;
    private volatile boolean isInTheWay;
    private boolean isLarge;
    private long began = System.nanoTime();
    private byte[] bytes = new byte[0];
    private int size;

    /// @param most bytes of the body that are read
    /// @param place taken for a large body
    /// @param wire bytes that the connection has received so far, framing included
    BodyReader(
            Limits limits,
            long most,
            Optional<BodyRoom.Place> place,
            Deadline total,
            Runnable abort,
            LongSupplier wire) {
        this.limits = limits;
        this.most = most;
        this.place = place;
        this.total = total;
        this.abort = abort;
        this.wire = wire;
    }

    Body read(HttpEntity entity) throws IOException {
        // Chunks of one byte with a page of extensions each are a body of few bytes.
        long mostOnWire = wire.getAsLong() + most + limits.headers().bytes();
        // One byte more than is promised, so that the end is seen without growing.
        bytes = new byte[Math.clamp(entity.getContentLength(), CHUNK, MOST_PROMISED) + 1];
        InputStream in = entity.getContent();
        try {
            while (true) {
                long room = most - size;
                // One byte more than there is room for tells a full body from one that is too long.
                int read = in.read(bytes, size, (int) Math.min(bytes.length - size, room + 1));
                if (read < 0 && !isInTheWay) {
                    return Body.whole(received());
                }
                if (isInTheWay) {
                    return cut(tooSlow());
                }
                size += (int) Math.min(read, room);
                Optional<Cut> cut = judged(read > room, wire.getAsLong() - mostOnWire);
                if (cut.isPresent()) {
                    return cut(cut.get());
                }
                if (size == bytes.length) {
                    if (size >= BodyRoom.SMALL && !isLarge) {
                        isLarge = true;
                        Optional<Cut> full = takePlace(entity.getContentLength());
                        if (full.isPresent()) {
                            return cut(full.get());
                        }
                    }
                    bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.min(2L * size, most + 1)));
                }
            }
        } catch (SocketTimeoutException _) {
            return cut(Cut.of("time", LimitHit.of("first_byte", limits.firstByte(), spent())));
        } catch (MessageConstraintException e) {
            return cut(new Cut("length", inFrame(e) + ", in the body's frame"));
        } catch (IOException e) {
            return cut(broken(e));
        }
    }

    /// For all that may still come, so that nobody waits who holds a part.
    ///
    /// @return why no more is read, where there is no room
    private Optional<Cut> takePlace(long promised) throws IOException {
        if (place.isEmpty()) {
            return Optional.empty();
        }
        long length = promised < 0 ? most : Math.min(promised, most);
        AtomicBoolean fits = new AtomicBoolean();
        try {
            began +=
                    total.without(() -> fits.set(place.get().take(length, this::makeWay)))
                            .toNanos();
            return fits.get()
                    ? Optional.empty()
                    : Optional.of(Cut.of("length", LimitHit.of("body_room", BodyRoom.SMALL, size)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("while waiting for room");
        }
    }

    /// Others need the room more.
    private void makeWay() {
        isInTheWay = true;
        abort.run();
    }

    private Cut tooSlow() {
        return Cut.of("time", LimitHit.of("body_room", BodyRoom.FAIR, spent()));
    }

    private Optional<Cut> judged(boolean tooLong, long beyondWire) {
        if (tooLong) {
            return Optional.of(Cut.of("length", LimitHit.of("body_wire", most, most + 1)));
        }
        if (beyondWire > 0) {
            long seen = most + limits.headers().bytes() + beyondWire;
            return Optional.of(Cut.of("length", LimitHit.of("body_wire", most, seen)));
        }
        long least = limits.minimumRatePerSecond().bytes();
        Duration spent = spent();
        if (spent.compareTo(GRACE) > 0 && size * 1000L / spent.toMillis() < least) {
            long rate = size * 1000L / spent.toMillis();
            LimitHit hit = LimitHit.of("minimum_rate_per_second", least, rate);
            return Optional.of(Cut.of("time", hit));
        }
        return Optional.empty();
    }

    /// What HttpClient counts there, it counts one further than in a head.
    private LimitHit inFrame(MessageConstraintException e) {
        boolean isCount = String.valueOf(e.getMessage()).contains("count");
        long most = isCount ? limits.headerCount() : limits.headers().bytes();
        return LimitHit.of(isCount ? "header_count" : "headers", most, most + 1);
    }

    private Cut broken(IOException e) {
        if (isInTheWay) {
            return tooSlow();
        }
        return total.hasPassed()
                ? Cut.of("time", LimitHit.of("total", limits.total(), total.spent()))
                : new Cut("disconnect", String.valueOf(e.getMessage()));
    }

    private Duration spent() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Body cut(Cut cut) {
        abort.run();
        return new Body(received(), Optional.of(cut));
    }

    private byte[] received() {
        place.ifPresent(all -> all.keep(size));
        return Arrays.copyOf(bytes, size);
    }
}
