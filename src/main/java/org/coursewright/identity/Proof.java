package org.coursewright.identity;

/// What became of a link or a code.
sealed interface Proof {

    record Good(SignIn signIn) implements Proof {}

    /// The code is another one.
    ///
    /// @param left how many more tries there are
    record Wrong(int left) implements Proof {}

    /// Used, expired, or tried too often: a new mail is needed.
    record Over() implements Proof {}
}
