package org.coursewright.exam;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The maps of tasks into versions of exams, by the frozen state of the exam, in memory.
@Repository
public class TaskMaps {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Cache<Key, TaskMap> maps = Caffeine.newBuilder().maximumSize(MOST).build();

    TaskMaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a task of this or an older version is in one version: itself where no map says more, nothing where it is gone.
    ///
    /// @param examVersionId the frozen state of the exam that the maps are part of
    /// @param version the slug of the version that is asked about
    public List<String> became(School school, long examVersionId, String version, String task) {
        return into(school, examVersionId, version).tasks().getOrDefault(task, List.of(task));
    }

    /// @param examVersionId the frozen state of the exam that the maps are part of
    TaskMap into(School school, long examVersionId, String version) {
        return maps.get(new Key(school.id(), examVersionId, version), _ -> TaskMap.into(version, parts(school,
                examVersionId)));
    }

    private List<TaskMap.Part> parts(School school, long examVersionId) {
        return jdbc.sql("""
                        select kind, part.slug, part.front
                        from version as exam
                        cross join jsonb_path_query(exam.members, '$[*].versions[*]') with ordinality as member (id, number)
                        join version as part on part.school_id = :school and part.id = member.id::bigint
                        join content on content.school_id = :school and content.id = part.content_id
                        where exam.school_id = :school and exam.id = :exam
                        order by number
                        """)
                .param("school", school.id())
                .param("exam", examVersionId)
                .query((row, _) -> new TaskMap.Part(
                        row.getString("kind"), row.getString("slug"), JSON.readTree(row.getString("front"))))
                .list();
    }

    private record Key(long school, long exam, String version) {}
}
