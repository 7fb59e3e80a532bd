package lurewatch.crawler.fetch;

import java.net.InetAddress;

/// A block of addresses, such as `10.0.0.0/8` or `fc00::/7`.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Cidr(byte[] prefix, int bits) {
    static Cidr parse(String written) {
        int slash = written.indexOf('/');
        try {
            String address = slash < 0 ? written : written.substring(0, slash);
            byte[] prefix = InetAddress.ofLiteral(address).getAddress();
            int bits =
                    slash < 0
                            ? prefix.length * 8
                            : Integer.parseInt(written, slash + 1, written.length(), 10);
            if (bits < 0 || bits > prefix.length * 8) {
                throw new IllegalArgumentException("prefix length out of range");
            }
            return new Cidr(prefix, bits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + written + "' is no address block", e);
        }
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != prefix[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        return rest == 0 || sameTopBits(address[whole], prefix[whole], rest);
    }

    private static boolean sameTopBits(byte a, byte b, int bits) {
        return ((a ^ b) & 0xff) >>> (8 - bits) == 0;
    }
}
