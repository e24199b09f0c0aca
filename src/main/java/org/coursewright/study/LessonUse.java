package org.coursewright.study;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.coursewright.content.ContentUse;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How many students have progress in lessons and courses that a push would remove.
@Repository
class LessonUse implements ContentUse {

    private final JdbcClient jdbc;

    LessonUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, Integer> students(School school, Collection<Long> contentIds) {
        var students = new HashMap<Long, Integer>();
        jdbc.sql("""
                        select content_id, count(distinct student_id) as students
                        from (select lesson_id as content_id, student_id
                              from progress
                              where school_id = :school and lesson_id = any(:contents)
                              union all
                              select course_id, student_id
                              from progress
                              where school_id = :school and course_id = any(:contents)
                              union all
                              select lesson_id, student_id
                              from completion
                              where school_id = :school and lesson_id = any(:contents)) as trace
                        group by content_id
                        order by content_id
                        """)
                .param("school", school.id())
                .param("contents", contentIds.toArray(Long[]::new))
                .query((row, _) -> students.put(row.getLong("content_id"), row.getInt("students")))
                .list();
        return students;
    }
}
