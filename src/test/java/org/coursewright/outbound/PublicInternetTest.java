package org.coursewright.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.coursewright.platform.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicInternetTest {

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0",
            "169.253.255.255", "223.255.255.255", "2606:4700::1111", "2a01:4f8::1", "2001:4860:4860::8888",
            "64:ff9b::808:808"})
    void thesePeopleReach(String address) {
        assertThat(PublicInternet.holds(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254",
            "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.168.1.1", "198.18.0.1", "224.0.0.1", "239.1.1.1",
            "255.255.255.255", "168.63.129.16", "100.100.100.200",
            "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "fe80::1", "fec0::1", "fc00::1",
            "fd00:ec2::254", "ff02::1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b::a00:1", "64:ff9b:1::808:808",
            "2002:7f00:1::", "2002:808:808::", "2001::1", "2001:db8::1", "100::1", "5f00::1"})
    void theseLeadInside(String address) {
        assertThat(PublicInternet.holds(InetAddress.ofLiteral(address))).isFalse();
    }

    @Test
    void oneOfIpv4ThatStaysInIpv6IsNotReachedEither() throws Exception {
        var mapped = new byte[]{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};
        assertThat(PublicInternet.holds(Inet6Address.getByAddress("mapped", mapped, 1))).isFalse();
    }

    @Test
    void anOperatorAllowsNetworksOfTheirOwn() {
        var settings = new OutboundSettings(List.of("10.1.0.0/16", "fd00:1::/32", "127.0.0.1"), Duration.ofSeconds(1));
        assertThat(List.of("10.1.255.255", "fd00:1:2::1", "127.0.0.1", "8.8.8.8"))
                .allMatch(address -> settings.allow(InetAddress.ofLiteral(address)));
        assertThat(List.of("10.2.0.0", "fd00:2::1", "127.0.0.2"))
                .noneMatch(address -> settings.allow(InetAddress.ofLiteral(address)));
        for (var wrong : List.of("ten", "10.0.0.0/33", "10.0.0.0/x", "example.org"))
            assertThatThrownBy(() -> new OutboundSettings(List.of(wrong), Duration.ofSeconds(1)))
                    .isInstanceOf(WrongSetting.class).hasMessageContaining(wrong);
    }
}
