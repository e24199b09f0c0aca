package org.coursewright.exam;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Versions of exams as they are published, and which forms hold for them.
@Repository
class Editions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Forms forms;

    Editions(JdbcClient jdbc, Forms forms) {
        this.jdbc = jdbc;
        this.forms = forms;
    }

    /// @param id its content
    /// @param examVersionId the frozen state of its exam, whose parts are versions and maps
    /// @param versionId its blueprint
    /// @param pool state of the banks
    /// @param formed whether its forms are built from that blueprint and those banks
    record Published(long id, String slug, long examVersionId, long versionId, String pool, boolean formed) {}

    /// @param id content of a version that is live
    Optional<Published> find(School school, long id) {
        return jdbc.sql("""
                        select edition.content_id, edition.slug, exam.version_id as exam_version_id, edition.version_id,
                               pool, (edition.version_id, pool) is not distinct from (formed_version_id, formed_pool)
                                   as formed
                        from exam_version as edition
                        join exam on exam.school_id = :school and exam.content_id = exam_id
                        where edition.school_id = :school and edition.content_id = :id and edition.live
                        """)
                .param("school", school.id())
                .param("id", id)
                .query(Editions::read)
                .optional();
    }

    /// Keeps the forms of a version and lets attempts begin with them; nothing happens when it has moved on since, or
    /// somebody was faster.
    @Transactional
    public void form(School school, Published edition, List<List<Forms.Chosen>> built) {
        if (!isCurrent(school, edition)) return;
        if (!forms.exist(school, edition.versionId(), edition.pool()))
            forms.addAll(school, Form.Purpose.EXAM, edition.versionId(), edition.pool(), built);
        jdbc.sql("""
                        update exam_version set formed_version_id = version_id, formed_pool = pool, lacks = '[]'
                        where school_id = :school and content_id = :id
                        """)
                .param("school", school.id())
                .param("id", edition.id())
                .update();
    }

    /// Says why there are no new forms; the old ones stay.
    void lack(School school, Published edition, List<Lack> lacks) {
        jdbc.sql("""
                        update exam_version set lacks = :lacks::jsonb
                        where school_id = :school and content_id = :id and version_id = :version and pool = :pool
                        """)
                .param("school", school.id())
                .param("id", edition.id())
                .param("version", edition.versionId())
                .param("pool", edition.pool())
                .param("lacks", JSON.writeValueAsString(lacks))
                .update();
    }

    private boolean isCurrent(School school, Published edition) {
        return jdbc.sql("""
                        select version_id = :version and pool = :pool
                               and (version_id, pool) is distinct from (formed_version_id, formed_pool) as current
                        from exam_version
                        where school_id = :school and content_id = :id
                        for update
                        """)
                .param("school", school.id())
                .param("id", edition.id())
                .param("version", edition.versionId())
                .param("pool", edition.pool())
                .query((row, _) -> row.getBoolean("current"))
                .optional()
                .orElse(false);
    }

    private static Published read(ResultSet row, int number) throws SQLException {
        return new Published(
                row.getLong("content_id"),
                row.getString("slug"),
                row.getLong("exam_version_id"),
                row.getLong("version_id"),
                row.getString("pool"),
                row.getBoolean("formed"));
    }
}
