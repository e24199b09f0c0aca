package org.coursewright.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.coursewright.identity.Students;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets many students in at once; whom nobody knew becomes a student. Repeating it changes nothing.
@Component
public class BulkEnrolment {

    private final Students students;
    private final Enrolments enrolments;

    BulkEnrolment(Students students, Enrolments enrolments) {
        this.students = students;
        this.enrolments = enrolments;
    }

    /// @param by who grants it
    /// @return how many had no access by this way before; absent when there is no such course
    @Transactional
    public OptionalInt enrol(School school, Slug course, List<EnrolmentList.Entry> entries, String by) {
        var content = course(school, course);
        if (content.isEmpty()) return OptionalInt.empty();
        var emails = entries.stream().map(EnrolmentList.Entry::email).toList();
        students.ensure(school, emails, entries.stream().map(EnrolmentList.Entry::name).toList());
        return OptionalInt.of(enrolments.grant(school, emails, content.get(), by, null));
    }

    private Optional<Long> course(School school, Slug slug) {
        return enrolments.courses(school).stream()
                .filter(course -> course.slug().equals(slug))
                .map(Enrolments.GrantableCourse::id)
                .findFirst();
    }
}
