package org.coursewright.enrolment;

import java.util.List;
import org.coursewright.school.School;

/// The author's list, with what was typed into its forms.
///
/// @param rows at most one page
/// @param list text of a CSV file that has faults, to be mended in place
public record StudentsPage(
        School school,
        String person,
        String schoolUrl,
        List<StudentRow> rows,
        boolean more,
        int page,
        String search,
        List<Enrolments.GrantableCourse> courses,
        String list,
        List<EnrolmentList.Fault> faults) {

    public String root() {
        return "/studio/" + school.slug() + "/students";
    }
}
