package lurewatch.crawler.browser;

import java.io.Closeable;
import java.util.concurrent.locks.ReentrantLock;
import lurewatch.crawler.settings.Render;
import org.jspecify.annotations.Nullable;

/// Renders one page at a time; whoever comes meanwhile waits.
///
/// The browser is started for the first page, and anew after a number of pages and after every page
/// that failed: what one page has left behind is nothing that the next should meet. May be closed
/// while it renders, which fails then.
public final class Browser implements Closeable {
    private static final int PAGES = 50;

    private final Render settings;
    private final String userAgent;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile @Nullable BrowserProcess process;
    private volatile boolean closed;
    private int pages;

    /// @param userAgent what scripts on a page are told
    /// @throws IllegalArgumentException where the settings name no browser
    public Browser(Render settings, String userAgent) {
        if (settings.browser().isEmpty()) {
            throw new IllegalArgumentException("render.browser names no browser");
        }
        this.settings = settings;
        this.userAgent = userAgent;
    }

    /// Starts the browser and ends it.
    ///
    /// @return its name and version
    public static String trial(Render settings) throws BrowserException {
        try (BrowserProcess process = BrowserProcess.start(settings)) {
            return process.product();
        }
    }

    /// The page after its scripts ran.
    ///
    /// @param page as a server answered it: the browser does not ask for it again
    /// @param resources whatever else the page asks for
    public Rendered render(String url, Resources.Answer.Found page, Resources resources)
            throws BrowserException, InterruptedException {
        turn.lockInterruptibly();
        try {
            BrowserProcess running = running();
            boolean well = false;
            try {
                Rendered rendered =
                        new PageRendering(settings, userAgent, url, page, resources)
                                .on(running.devTools());
                well = ++pages < PAGES;
                return rendered;
            } finally {
                if (!well) {
                    end();
                }
            }
        } finally {
            turn.unlock();
        }
    }

    private BrowserProcess running() throws BrowserException {
        BrowserProcess here = process;
        if (here != null && here.isAlive()) {
            return here;
        }
        end();
        BrowserProcess started = BrowserProcess.start(settings);
        process = started;
        pages = 0;
        if (closed) {
            end();
            throw new BrowserException("stopped");
        }
        return started;
    }

    private void end() {
        BrowserProcess here = process;
        process = null;
        if (here != null) {
            here.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        end();
    }
}
