package org.coursewright.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/// Gives a connection the addresses that were checked, and no others: it never asks a second time, when a name could lead
/// elsewhere. A host with one address that is not allowed is not reached at any.
final class CheckedHosts implements DnsResolver {

    private final Resolver resolver;
    private final OutboundSettings settings;

    /// A host that nobody may reach from here.
    static final class NotPublic extends UnknownHostException {

        NotPublic(String host) {
            super(host);
        }
    }

    CheckedHosts(Resolver resolver, OutboundSettings settings) {
        this.resolver = resolver;
        this.settings = settings;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = resolver.resolve(host);
        for (var address : addresses)
            if (!settings.allow(address)) throw new NotPublic(host);
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
