package org.coursewright.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Which addresses are of the public internet, by the registries of special addresses (RFC 6890, as IANA keeps them). All
/// else leads to this machine, into its network, or to the metadata of a cloud.
final class PublicInternet {

    private static final List<Network> CLOSED = networks(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
            "168.63.129.16", // Azure's own services in each of its networks
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /// What IANA has given out of IPv6 (RFC 4291, 2.4): loopback, link-local, unique local and multicast lie outside.
    private static final Network GLOBAL = Network.parse("2000::/3");

    /// IPv4 as networks of IPv6 alone reach it (RFC 6052): the last 32 bits count.
    private static final Network TRANSLATED = Network.parse("64:ff9b::/96");

    private PublicInternet() {}

    static boolean holds(InetAddress address) {
        if (TRANSLATED.holds(address)) return holds(last(address));
        if (!(address instanceof Inet4Address) && !GLOBAL.holds(address)) return false;
        return CLOSED.stream().noneMatch(network -> network.holds(address));
    }

    private static InetAddress last(InetAddress address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (UnknownHostException never) {
            throw new IllegalStateException(never);
        }
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::parse).toList();
    }
}
