package org.coursewright.mail;

import java.io.IOException;
import javax.net.ssl.SSLSocketFactory;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses the mailbox by `COURSEWRIGHT_MAIL`; none = files in the data folder.
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    Mailbox mailbox(Settings settings, @Value("${coursewright.mail:}") String setting) throws IOException {
        var from = "no-reply@" + settings.baseHost();
        if (setting.isBlank()) return new LocalMailbox(settings.data().resolve("mailbox"), from);
        var address = SmtpAddress.parse(setting.strip(), new EmailAddress(from));
        return new SmtpMailbox(address, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }
}
