package lurewatch.indexer.extract;

import java.util.List;
import java.util.Set;
import lurewatch.indexer.LowerCase;

/// Tells links that reach a person from links that lead to pages.
final class ContactLinks {
    /// Hosts whose every page is somebody's door. Subdomains count.
    private static final Set<String> HOSTS =
            Set.of(
                    "t.me",
                    "telegram.me",
                    "telegram.dog",
                    "wa.me",
                    "whatsapp.com",
                    "wa.link",
                    "open.kakao.com",
                    "pf.kakao.com",
                    "qr.kakao.com",
                    "line.me",
                    "lin.ee",
                    "zalo.me",
                    "zaloapp.com",
                    "signal.me",
                    "signal.group",
                    "discord.gg",
                    "discord.com",
                    "discordapp.com",
                    "m.me",
                    "messenger.com",
                    "viber.com",
                    "vb.me",
                    "wechat.com",
                    "weixin.qq.com",
                    "wpa.qq.com",
                    "qm.qq.com",
                    "jq.qq.com",
                    "join.skype.com",
                    "kik.me",
                    "facebook.com",
                    "fb.com",
                    "fb.me",
                    "instagram.com",
                    "instagr.am",
                    "ig.me",
                    "twitter.com",
                    "x.com",
                    "tiktok.com",
                    "vk.com",
                    "linktr.ee",
                    "snapchat.com",
                    "band.us",
                    "threads.net");

    /// Buttons that recommend the page to the reader's own friends.
    private static final List<String> SHARING =
            List.of(
                    "/sharer",
                    "/share?",
                    "/share/",
                    "/intent/",
                    "/dialog/",
                    "/plugins/",
                    "/send?text=",
                    "/send/?text=",
                    "wa.me/?",
                    "line.me/R/msg",
                    "lineit/share");

    private ContactLinks() {}

    /// Whether a target (as [Addresses#target] gives it) is a contact: any scheme but http, a
    /// messenger's or profile's host, or a path that begins with `/@`.
    static boolean isContact(String target) {
        String scheme = LowerCase.of(Addresses.schemeOf(target));
        if (!Addresses.isHttp(scheme)) {
            return !scheme.isEmpty();
        }
        String host = Addresses.hostOf(target);
        boolean leadsToSomebody =
                isMessenger(host) || target.startsWith("/@", target.indexOf(host) + host.length());
        return leadsToSomebody && !isSharing(target);
    }

    private static boolean isSharing(String target) {
        for (String mark : SHARING) {
            if (target.contains(mark)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMessenger(String host) {
        String rest = host;
        while (!HOSTS.contains(rest)) {
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return false;
            }
            rest = rest.substring(dot + 1);
        }
        return true;
    }
}
