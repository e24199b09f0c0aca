package org.coursewright.mail;

import java.io.IOException;
import org.coursewright.platform.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses the mailbox by the prefix of `COURSEWRIGHT_MAIL`; none = files in the data folder.
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    Mailbox mailbox(Settings settings, @Value("${coursewright.mail:}") String address) throws IOException {
        var from = "no-reply@" + settings.baseHost();
        if (address.isEmpty()) return new LocalMailbox(settings.data().resolve("mailbox"), from);
        throw new IllegalArgumentException("COURSEWRIGHT_MAIL must be empty or smtp://…, not '" + address + "'");
    }
}
