package org.coursewright.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.coursewright.platform.NotFound;
import org.coursewright.question.AnswerKey;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Opens what questions keep sealed: the only place in this module that does, for scoring and for what was released.
@Repository
class OpenKeys {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 20_000;

    private final JdbcClient jdbc;
    private final Cache<Key, AnswerKey> kept = Caffeine.newBuilder().maximumSize(MOST).build();

    OpenKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param id of the row, which never changes
    AnswerKey get(School school, long id) {
        return kept.get(new Key(school.id(), id), _ -> read(school, id));
    }

    /// The key that counts now for a question.
    AnswerKey inForce(School school, long versionId) {
        long id = jdbc.sql("select key_id from published_key where school_id = :school and version_id = :version")
                .param("school", school.id())
                .param("version", versionId)
                .query((row, _) -> row.getLong("key_id"))
                .optional()
                .orElseThrow(NotFound::new);
        return get(school, id);
    }

    /// The keys that count now for some questions, by their versions; those without one are not among them.
    Map<Long, AnswerKey> inForce(School school, Collection<Long> versionIds) {
        if (versionIds.isEmpty()) return Map.of();
        var ids = new HashMap<Long, Long>();
        jdbc.sql("""
                        select version_id, key_id from published_key
                        where school_id = :school and version_id = any(:versions)
                        """)
                .param("school", school.id())
                .param("versions", versionIds.toArray(Long[]::new))
                .query((ResultSet row) -> {
                    ids.put(row.getLong("version_id"), row.getLong("key_id"));
                });
        var found = new HashMap<Long, AnswerKey>();
        ids.forEach((version, id) -> found.put(version, get(school, id)));
        return found;
    }

    private AnswerKey read(School school, long id) {
        return AnswerKey.of(JSON.readTree(jdbc.sql("""
                        select sealed from question_key where school_id = :school and id = :id
                        """)
                .param("school", school.id())
                .param("id", id)
                .query((row, _) -> row.getString("sealed"))
                .single()));
    }

    private record Key(long school, long id) {}
}
