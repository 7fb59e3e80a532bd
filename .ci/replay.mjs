// Opens each page of a WACZ file in ReplayWeb.page, in a headless Chromium, and takes a picture of it:
//   node --experimental-websocket .ci/replay.mjs FILE.wacz REPLAYWEBPAGE_FOLDER OUT_FOLDER [PAGES]
// Nothing but the loopback address is reachable for the browser.
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [wacz, player, out, most = "5"] = process.argv.slice(2);
const pages = execFileSync("unzip", ["-p", wacz, "pages/pages.jsonl"], { encoding: "utf8" })
    .trim().split("\n").slice(1, 1 + Number(most)).map(line => JSON.parse(line));
mkdirSync(out, { recursive: true });

const types = { ".js": "text/javascript", ".html": "text/html", ".wacz": "application/wacz" };
const server = createServer((request, response) => {
    const url = new URL(request.url, "http://127.0.0.1");
    if (url.pathname === "/") {
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.end(`<!doctype html><script src="/replay/ui.js"></script><body style="margin:0">
            <replay-web-page style="height:100vh;display:block" source="/captures.wacz"
                url="${url.searchParams.get("page").replace(/"/g, "&quot;").replace(/&(?!quot;)/g, "&amp;")}"
                ts="${url.searchParams.get("ts")}" embed="replayonly" replayBase="/replay/"></replay-web-page>`);
        return;
    }
    const file = url.pathname === "/captures.wacz" ? wacz
        : /^\/replay\/(ui|sw)\.js$/.test(url.pathname) ? join(player, url.pathname.slice("/replay/".length)) : null;
    if (!file) { response.statusCode = 404; response.end(); return; }
    const size = statSync(file).size;
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
    const from = range ? Number(range[1]) : 0;
    const to = range && range[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
    response.writeHead(range ? 206 : 200, {
        "content-type": types[file.slice(file.lastIndexOf("."))],
        "content-length": to - from + 1,
        "accept-ranges": "bytes",
        "service-worker-allowed": "/",
        ...(range && { "content-range": `bytes ${from}-${to}/${size}` }),
    });
    response.end(request.method === "HEAD" ? undefined : readFileSync(file).subarray(from, to + 1));
});
await new Promise(done => server.listen(0, "127.0.0.1", done));
const port = server.address().port;

const profile = mkdtempSync(join(tmpdir(), "replay-"));
const browser = spawn("chromium", ["--headless", "--no-first-run", "--disable-gpu", "--remote-debugging-port=0",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", `--user-data-dir=${profile}`, "--window-size=1000,800",
    ...(process.getuid() === 0 ? ["--no-sandbox"] : []), "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
const address = await new Promise(found => browser.stderr.on("data", data => {
    const at = /ws:\/\/\S+/.exec(String(data));
    if (at) found(at[0]);
}));
const socket = new WebSocket(address);
await new Promise(open => socket.addEventListener("open", open));
let last = 0;
const waiting = new Map();
socket.addEventListener("message", event => {
    const message = JSON.parse(event.data);
    if (message.id) { waiting.get(message.id)?.(message.result ?? message.error); waiting.delete(message.id); }
    else if (message.method === "Runtime.consoleAPICalled" && ["error", "warning"].includes(message.params.type))
        console.log("console:", message.params.args.map(a => a.value ?? a.description).join(" "));
});
const call = (method, params = {}, sessionId) => new Promise(done => {
    waiting.set(++last, done);
    socket.send(JSON.stringify({ id: last, method, params, sessionId }));
});
const shown = `(() => {
    const view = document.querySelector("replay-web-page");
    const deep = root => { for (const f of root.querySelectorAll("*")) {
        if (f.tagName === "IFRAME") { try { const b = f.contentDocument?.body; if (b) { const t = deep(f.contentDocument); return t ?? b.innerText; } } catch (e) { return "closed " + e; } }
        if (f.shadowRoot) { const t = deep(f.shadowRoot); if (t != null) return t; } } return null; };
    return deep(document) ?? "";
})()`;
let failed = 0;
for (const [number, page] of pages.entries()) {
    const { targetId } = await call("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await call("Target.attachToTarget", { targetId, flatten: true });
    await call("Page.enable", {}, sessionId);
    await call("Runtime.enable", {}, sessionId);
    const ts = page.ts.replace(/\D/g, "");
    await call("Page.navigate", { url: `http://127.0.0.1:${port}/?page=${encodeURIComponent(page.url)}&ts=${ts}` }, sessionId);
    let text = "";
    const words = page.title.replace(/[^\p{L}\p{N} ]/gu, " ").trim().split(/\s+/).filter(w => w.length > 1).slice(0, 2);
    for (let wait = 0; wait < 120 && !words.every(w => text.includes(w)); wait++) {
        await new Promise(done => setTimeout(done, 500));
        text = String((await call("Runtime.evaluate", { expression: shown, returnByValue: true }, sessionId))?.result?.value ?? "");
    }
    const isShown = words.every(w => text.includes(w));
    failed += isShown ? 0 : 1;
    const picture = await call("Page.captureScreenshot", {}, sessionId);
    writeFileSync(join(out, `page${number + 1}.png`), Buffer.from(picture.data, "base64"));
    console.log(isShown ? "shown" : "NOT SHOWN", page.url, isShown ? "" : JSON.stringify(text.slice(0, 200)));
    await call("Target.closeTarget", { targetId });
}
console.log(`${pages.length - failed} of ${pages.length} pages replayed`);
browser.kill();
await new Promise(done => browser.on("exit", done));
server.close();
rmSync(profile, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
