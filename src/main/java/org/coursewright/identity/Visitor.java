package org.coursewright.identity;

import java.util.Optional;

/// Whoever looks at a page of a school, signed in or not. A parameter of controller methods.
public record Visitor(Optional<Student> student) {}
