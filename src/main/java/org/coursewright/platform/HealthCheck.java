package org.coursewright.platform;

import java.util.Optional;

/// Says whether one component of the program works now. Quick: at most a second.
public interface HealthCheck {

    /// Such as `database`.
    String component();

    /// Whether all nodes see the same, since it is told from the database: one of them is enough to say so.
    default boolean shared() {
        return false;
    }

    /// Whether a node can answer nothing without it, so that a balancer should leave it out. A full disk or a mail server
    /// that is away is no reason to take the pages from everybody.
    default boolean vital() {
        return false;
    }

    /// @return what is wrong, absent where all is well
    Optional<String> fault();

    /// What an operator may want to know where all is well, such as how much room is left; empty = nothing.
    default String detail() {
        return "";
    }
}
