package org.coursewright.outbound;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.coursewright.platform.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What people may let the program ask for: `coursewright.outbound.*`.
///
/// @param networks that they may reach although they are not of the public internet, such as `10.1.0.0/16`
/// @param patience how long a server may be silent
@ConfigurationProperties("coursewright.outbound")
record OutboundSettings(@DefaultValue List<String> networks, @DefaultValue("30s") Duration patience) {

    OutboundSettings {
        networks = List.copyOf(networks);
        for (var network : networks)
            if (!valid(network))
                throw new WrongSetting(
                        "COURSEWRIGHT_OUTBOUND_NETWORKS must be networks such as 10.1.0.0/16, with commas "
                                + "between them, not " + network);
    }

    boolean allow(InetAddress address) {
        return PublicInternet.holds(address)
                || networks.stream().anyMatch(network -> Network.parse(network).holds(address));
    }

    private static boolean valid(String network) {
        try {
            return Network.parse(network).bits() >= 0;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
