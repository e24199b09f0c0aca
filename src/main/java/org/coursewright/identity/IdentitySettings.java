package org.coursewright.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// `coursewright.identity.*`
///
/// @param signUp whether anybody may open an account on the platform and make a school; else by invitation
@ConfigurationProperties("coursewright.identity")
record IdentitySettings(@DefaultValue("false") boolean signUp) {}
