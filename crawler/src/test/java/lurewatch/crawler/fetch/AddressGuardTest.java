package lurewatch.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import lurewatch.crawler.settings.Net;
import lurewatch.crawler.site.WebUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the guard lets through. The forbidden rows walk the whole table, at the edges of each
/// block.
final class AddressGuardTest {
    private static final NameService NOBODY =
            host -> {
                throw new UnknownHostException(host);
            };

    private final AddressGuard guard = new AddressGuard(Net.DEFAULTS, NOBODY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.0",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.0",
                "169.254.169.254",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.255",
                "192.0.2.1",
                "192.31.196.1",
                "192.52.193.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "192.175.48.1",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::8.8.8.8",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:0:7f00:1",
                "::ffff:0:8.8.8.8",
                "64:ff9b::7f00:1",
                "64:ff9b::10.1.2.3",
                "64:ff9b:1::1",
                "64:ff9b:1::8.8.8.8",
                "100::1",
                "2001::1",
                "2001:1ff::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2002:c0a8:101::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1"
            })
    void inwardAddressesAreForbidden(String address) {
        assertThat(guard.permits(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1",
                "2a00:1450::1",
                "2001:200::1",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
                "::ffff:8.8.8.8"
            })
    void publicAddressesPass(String address) {
        assertThat(guard.permits(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8, 127.1.2.3, true",
        "127.0.0.0/8, 10.0.0.1, false",
        "127.0.0.0/8, 64:ff9b::7f00:1, true", // it is that address that is connected to
        "10.1.2.0/23, 10.1.3.255, true",
        "10.1.2.0/23, 10.1.4.0, false",
        "fd00::/8, fd12::1, true",
        "::1/128, ::1, true",
        "::1/128, ::2, false",
    })
    void onlyConfiguredBlocksAreExempt(String block, String address, boolean permitted) {
        Net net = new Net(List.of(block), List.of(80), Map.of());
        assertThat(new AddressGuard(net, NOBODY).permits(InetAddress.ofLiteral(address)))
                .isEqualTo(permitted);
    }

    /// Every spelling of an inward address that some program accepts.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://127.0.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://127.0.0.01/",
                "http://127.0.0.1./",
                "http://0/",
                "http://0.0.0.0/",
                "http://[::]/",
                "http://[::1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[fe80::1%25eth0]/",
                "http://[fe80::1%eth0]/",
                "http://１２７.０.０.１/",
                "http://127。0。0。1/",
                "http://①②⑦.0.0.1/",
                "http://%31%32%37.0.0.1/",
                "http://127.0.0.1%00.example/",
                "http://127.0.0.1\\@example.org/",
                "http://user:pass@127.0.0.1/",
                "http://example.org@127.0.0.1/",
                "http://169.254.169.254/latest",
                "http://0251.0376.0251.0376/",
                "http://2852039166/",
                "http://metadata.google.internal/",
                "http://METADATA.google.INTERNAL./",
                "http://instance-data/",
                "http://127.0.0.1:22/",
                "http://example.org:22/",
                "http://example.org:0/",
                "http://example.org:65536/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "jar:http://example.org/!/",
                "http:///etc/passwd",
                "http://",
                "http://256.256.256.256/",
                "http://1.2.3.4.5/",
                "http://[::1/",
                "http://[v1.x]/",
                "http://a..b/",
                "http://.example/",
                "h\ttp://127.0.0.1/",
                "http:\\\\127.0.0.1\\"
            })
    void noSpellingLeadsInwards(String url) {
        AddressGuard obliging =
                new AddressGuard(Net.DEFAULTS, _ -> List.of(InetAddress.ofLiteral("127.0.0.1")));
        WebUrl.parse(url)
                .ifPresent(parsed ->
                        assertThatThrownBy(() -> obliging.addresses(parsed))
                                .isInstanceOf(RefusedException.class));
    }

    /// A name's `AAAA` may be any mapped address, and unlike a literal it reaches us unmapped.
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false",
        "169.254.169.254, false",
        "10.9.8.7, false",
        "0.0.0.0, false",
        "8.8.8.8, true"
    })
    void anAnswerThatMapsIpv4IsThatAddress(String ipv4, boolean permitted) throws Exception {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        InetAddress inner = InetAddress.ofLiteral(ipv4);
        System.arraycopy(inner.getAddress(), 0, mapped, 12, 4);
        InetAddress answer = Inet6Address.getByAddress("a.example", mapped, -1);
        assertThat(answer).isInstanceOf(Inet6Address.class);
        AddressGuard asking = new AddressGuard(Net.DEFAULTS, _ -> List.of(answer));
        WebUrl url = WebUrl.parse("http://a.example/").orElseThrow();
        assertThat(asking.permits(answer)).isEqualTo(permitted);
        if (permitted) {
            assertThat(asking.addresses(url)).containsExactly(inner); // one gap for both spellings
        } else {
            assertThatThrownBy(() -> asking.addresses(url)).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void oneForbiddenAnswerRefusesTheName() {
        AddressGuard mixed =
                new AddressGuard(
                        Net.DEFAULTS,
                        _ ->
                                List.of(
                                        InetAddress.ofLiteral("8.8.8.8"),
                                        InetAddress.ofLiteral("10.0.0.1")));
        assertThatThrownBy(() -> mixed.addresses(WebUrl.parse("http://a.example/").orElseThrow()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("a.example leads to 10.0.0.1, which is not public");
    }

    @Test
    void aNameIsResolvedOncePerQuestion() throws Exception {
        AtomicInteger questions = new AtomicInteger();
        AddressGuard counting =
                new AddressGuard(
                        Net.DEFAULTS,
                        _ -> {
                            questions.incrementAndGet();
                            return List.of(InetAddress.ofLiteral("8.8.8.8"));
                        });
        counting.addresses(WebUrl.parse("http://a.example/").orElseThrow());
        assertThat(questions).hasValue(1);
    }

    @Test
    void namesOfTheConfigurationAreGuardedToo() {
        Net net = new Net(List.of(), List.of(80), Map.of("a.example", "10.0.0.1"));
        AddressGuard fixed = new AddressGuard(net, NOBODY);
        assertThatThrownBy(() -> fixed.addresses(WebUrl.parse("http://A.example/").orElseThrow()))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void thisMachineIsNotReachedByAnyOfItsAddresses() {
        AtomicReference<Set<InetAddress>> own = new AtomicReference<>(Set.of());
        AddressGuard moving = new AddressGuard(Net.DEFAULTS, NOBODY, own::get);
        List<String> ways = List.of("8.8.4.4", "64:ff9b::8.8.4.4", "2002:808:404::1", "2a00::5");
        assertThat(ways).allMatch(way -> moving.permits(InetAddress.ofLiteral(way)));
        own.set(Set.of(InetAddress.ofLiteral("8.8.4.4"), InetAddress.ofLiteral("2a00::5")));
        assertThat(ways).noneMatch(way -> moving.permits(InetAddress.ofLiteral(way)));
        assertThat(moving.permits(InetAddress.ofLiteral("64:ff9b::8.8.8.8"))).isTrue();
    }
}
