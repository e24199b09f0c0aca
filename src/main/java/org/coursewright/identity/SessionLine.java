package org.coursewright.identity;

import java.time.Instant;

/// A device where somebody is signed in.
///
/// @param handle names it in forms; worth nothing as a cookie
/// @param here whether it is the one that asks
public record SessionLine(String handle, String device, Instant since, Instant seenAt, boolean here) {}
