package org.coursewright.identity;

/// What a terminal shows its person, and what it polls with.
///
/// @param device secret of the terminal
/// @param code shown in the terminal and in the browser
/// @param url where to approve it
/// @param interval seconds between two polls
/// @param expiresIn seconds until it is too late
public record DeviceStart(String device, String code, String url, int interval, int expiresIn) {}
