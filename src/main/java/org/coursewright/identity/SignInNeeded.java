package org.coursewright.identity;

/// The page is for people who are signed in.
final class SignInNeeded extends RuntimeException {

    SignInNeeded() {
        super("sign-in needed", null, false, false);
    }
}
