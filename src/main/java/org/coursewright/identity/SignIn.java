package org.coursewright.identity;

import org.coursewright.platform.EmailAddress;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;

/// Somebody proved that an address is theirs.
///
/// @param school null = on the platform
/// @param next where they wanted to go, a path of the same host
record SignIn(@Nullable School school, EmailAddress email, String next) {}
