package org.coursewright.identity;

import org.coursewright.platform.EmailAddress;

/// An author or an operator: a person of the platform.
///
/// @param operator whether this person runs the installation
public record Account(long id, EmailAddress email, String name, boolean operator) {}
