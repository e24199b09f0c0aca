package org.coursewright.identity;

import java.time.Duration;

/// What became of a request for a sign-in mail.
sealed interface Asked {

    /// A mail is on its way, where the address may sign in; the answer is the same where it may not.
    ///
    /// @param browser secret of the browser that asked; the code works in it alone
    record Sent(String browser) implements Asked {}

    /// Too many requests of this address or from this place.
    record Wait(Duration left) implements Asked {}
}
