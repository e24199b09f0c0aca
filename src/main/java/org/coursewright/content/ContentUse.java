package org.coursewright.content;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.coursewright.school.School;

/// Door: who would miss content that is removed. Modules above know the students.
@FunctionalInterface
public interface ContentUse {

    /// How many students have progress in each; what nobody has is left out.
    Map<Long, Integer> students(School school, Collection<Long> contentIds);

    /// What all of them say together.
    static Map<Long, Integer> sum(Collection<ContentUse> uses, School school, Collection<Long> contentIds) {
        var sum = new HashMap<Long, Integer>();
        if (contentIds.isEmpty()) return sum;
        for (var use : uses)
            use.students(school, contentIds).forEach((id, students) -> sum.merge(id, students, Math::max));
        return sum;
    }
}
