package org.coursewright.mail;

import java.io.IOException;
import java.util.Optional;

/// The door that mail leaves by.
public interface Mailbox {

    /// @param id unique for each mail: the same id may come twice after a crash
    /// @throws IOException when it may go another time; one that can never go is a [org.coursewright.job.GivenUp]
    void deliver(long id, Mail mail) throws IOException;

    /// Whether mail can leave now: what is wrong, absent where all is well. May take seconds.
    default Optional<String> fault() {
        return Optional.empty();
    }
}
