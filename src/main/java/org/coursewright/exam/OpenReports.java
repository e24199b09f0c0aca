package org.coursewright.exam;

import org.coursewright.school.School;

/// A door to what students report of questions, so that the page of exams leads there.
@FunctionalInterface
public interface OpenReports {

    /// How many wait for an author, by one statement.
    long count(School school);
}
