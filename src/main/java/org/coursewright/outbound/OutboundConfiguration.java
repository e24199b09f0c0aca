package org.coursewright.outbound;

import java.net.InetAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// The way out, made when somebody first needs it.
@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {

    @Bean
    @Lazy
    Outbound outbound(OutboundSettings settings) {
        return new Outbound(InetAddress::getAllByName, settings);
    }
}
