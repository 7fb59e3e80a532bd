package lurewatch.searchcli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import lurewatch.indexer.console.ExitCode;
import lurewatch.indexer.console.Folders;
import lurewatch.indexer.console.Session;
import lurewatch.indexer.console.TerminalText;
import lurewatch.searchcli.casework.Account;
import lurewatch.searchcli.casework.EventKind;
import lurewatch.searchcli.custody.Keys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `key`: the keys that packs are signed with.
@Command(
        name = "key",
        header = "Make, list and replace the key that packs are signed with.",
        description = {
            "",
            "new     makes the first key (Ed25519). From then on every pack is signed.",
            "list    names the keys; * is in use. Tell recipients the name by another way than the pack:"
                    + " it is made of the key's own digest, and VERIFY.txt in each pack prints it.",
            "rotate  makes the next key. The one in use signs that, then its secret is deleted; packs that it"
                    + " signed stay valid.",
            "",
            "Keys lie in keys/ of the data directory, readable by you alone. Back them up apart from the"
                    + " data; whoever has the .key.pem file can sign as you.",
            "",
        },
        footer = {
            "",
            "Examples:",
            "  lurewatch key new",
            "  lurewatch key list",
            "  openssl pkey -pubin -in data/keys/NAME.pub.pem -text",
            "",
            "Exit: 0 done, 1 there is no key, 2 there is one already (new) or none yet (rotate)",
        })
final class KeyCommand implements Callable<ExitCode> {
    enum Action {
        NEW,
        LIST,
        ROTATE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Session session;

    @Parameters(paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES}.")
    private Action action = Action.LIST;

    @Mixin private Folders folders = new Folders();

    KeyCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode call() throws IOException {
        return switch (action) {
            case LIST -> list(Keys.in(folders.dataToRead(session)));
            case NEW -> {
                // A mistyped directory must not be made for a secret that is then forgotten in it.
                folders.dataToRead(session);
                Path data = folders.dataToWrite(session);
                yield made(data, Account.KEY_MADE, Keys.in(data).first());
            }
            case ROTATE -> {
                Path data = folders.dataToRead(session);
                yield made(
                        data, Account.KEY_ROTATED, Keys.in(data).rotate(session.clock().instant()));
            }
        };
    }

    private ExitCode made(Path data, EventKind what, String name) throws IOException {
        new Accounting(session, data).record(what, List.of(name), Map.of());
        session.out().println(name);
        session.tell("packs are signed with " + name + " from now on; tell recipients that name");
        return ExitCode.FOUND;
    }

    private ExitCode list(Keys keys) throws IOException {
        List<Keys.Listed> all = keys.all();
        if (all.isEmpty()) {
            session.tell("there is no key; 'lurewatch key new' makes one");
            return ExitCode.NOTHING_FOUND;
        }
        for (Keys.Listed key : all) {
            session.out()
                    .println(
                            TerminalText.line(
                                    (key.isCurrent() ? "* " : "  ")
                                            + key.name()
                                            + "  "
                                            + key.publicKey()));
        }
        return ExitCode.FOUND;
    }
}
