package lurewatch.crawler.alert;

import java.io.IOException;
import lurewatch.crawler.fetch.Webhook;

/// An address that gets the notice by POST.
record WebhookOutlet(Webhook webhook) implements Outlet {
    @Override
    public void send(String json) throws IOException {
        webhook.post(json);
    }

    @Override
    public void close() {
        webhook.close();
    }
}
