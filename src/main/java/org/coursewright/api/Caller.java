package org.coursewright.api;

import org.coursewright.school.School;

/// A program that may do what the method asks for, at the school in the address.
///
/// @param name for people
record Caller(School school, String name) {}
