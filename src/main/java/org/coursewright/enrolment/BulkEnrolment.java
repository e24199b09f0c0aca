package org.coursewright.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.identity.Students;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets many students in at once; whom nobody knew becomes a student. Repeating it changes nothing.
@Component
public class BulkEnrolment {

    private static final int NAMED = 3;

    private final Students students;
    private final Enrolments enrolments;
    private final Audit audit;

    BulkEnrolment(Students students, Enrolments enrolments, Audit audit) {
        this.students = students;
        this.enrolments = enrolments;
        this.audit = audit;
    }

    /// @param by who grants it
    /// @return how many had no access by this way before; absent when there is no such course
    @Transactional
    public OptionalInt enrol(School school, Slug course, List<EnrolmentList.Entry> entries, String by) {
        var content = course(school, course);
        if (content.isEmpty()) return OptionalInt.empty();
        var emails = entries.stream().map(EnrolmentList.Entry::email).toList();
        students.ensure(school, emails, entries.stream().map(EnrolmentList.Entry::name).toList());
        int granted = enrolments.grant(school, emails, content.get(), by, null);
        if (granted > 0) audit.record(school, by, Deed.ENROLLED, course.value(), names(emails));
        return OptionalInt.of(granted);
    }

    /// The first few, and how many more.
    private static String names(List<EmailAddress> emails) {
        var first = emails.stream().limit(NAMED).map(EmailAddress::value).collect(Collectors.joining(", "));
        return emails.size() <= NAMED ? first : first + " +" + (emails.size() - NAMED);
    }

    private Optional<Long> course(School school, Slug slug) {
        return enrolments.courses(school).stream()
                .filter(course -> course.slug().equals(slug))
                .map(Enrolments.GrantableCourse::id)
                .findFirst();
    }
}
