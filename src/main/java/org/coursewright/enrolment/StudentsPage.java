package org.coursewright.enrolment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;

/// The author's list, with what was typed into its forms.
///
/// @param rows at most one page
/// @param course slug of the course that was chosen
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
        String course,
        String list,
        List<EnrolmentList.Fault> faults) {

    public String root() {
        return "/studio/" + school.slug() + "/students";
    }

    public @Nullable String older() {
        return more ? at(page + 1) : null;
    }

    public @Nullable String newer() {
        return page > 0 ? at(page - 1) : null;
    }

    private String at(int number) {
        var query = search.isEmpty() ? "" : "&search=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
        return root() + "?page=" + number + query;
    }
}
