package org.coursewright.identity;

import org.coursewright.platform.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `coursewright.identity.*`
///
/// @param signUp whether anybody may open an account on the platform and make a school; else by invitation
/// @param mailsFromPlace how many sign-in mails one network address may ask for in a quarter of an hour; a class of
/// students behind one address needs more than the 30 of a household
@ConfigurationProperties("coursewright.identity")
record IdentitySettings(@DefaultValue("false") boolean signUp, @DefaultValue("30") int mailsFromPlace) {

    IdentitySettings {
        if (mailsFromPlace < 1) throw new WrongSetting("COURSEWRIGHT_IDENTITY_MAILS_FROM_PLACE must be 1 or more");
    }
}
