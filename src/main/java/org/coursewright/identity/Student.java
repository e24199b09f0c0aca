package org.coursewright.identity;

import org.coursewright.platform.EmailAddress;

/// Somebody who learns at one school. The same address at two schools is two people.
///
/// @param trial an author who looks at the school as students see it
public record Student(long id, EmailAddress email, String name, boolean trial) {

    /// What to call them.
    public String shownName() {
        return name.isEmpty() ? email.value() : name;
    }
}
