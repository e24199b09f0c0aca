package org.coursewright.study;

/// How a student stands in the `course` of a statement, as columns of it: may they enrol, are they enrolled, what have
/// they done. Takes the parameters `:school` and `:student`.
final class Standing {

    static final String COLUMNS = """
            exists (
                select from enrolment
                where school_id = :school and student_id = :student
                  and (content_id = course.content_id or content_id is null)
                  and valid_from <= (select db_now()) and valid_until > (select db_now())) as enrolled,
            array(
                select lesson_id from completion
                where school_id = :school and student_id = :student
                  and course_id = course.content_id) as done,
            course.live and course.access = 'free' as enrollable
            """;

    private Standing() {}
}
