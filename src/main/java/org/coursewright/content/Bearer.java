package org.coursewright.content;

import java.util.Set;
import org.coursewright.school.School;

/// A program that speaks for somebody at one school.
///
/// @param name for people
public record Bearer(School school, String name, Set<String> scopes) {

    /// What it takes to push, publish and read content.
    public static final String PUSH = "push";

    public boolean may(String scope) {
        return scopes.contains(scope);
    }
}
