package org.coursewright.exam;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.coursewright.content.Publications;
import org.coursewright.content.Versions;
import org.coursewright.platform.Notices;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Exams that are live, and the blueprints of their versions.
@Repository
public class Exams {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 200;
    private static final int BLUEPRINTS = 1_000;
    private static final int SCHOOLS = 10_000;

    private static final String EXAM = """
            select exam.content_id, exam.version_id, exam.slug, exam.title, exam.summary, exam.access,
                   coalesce((
                       select jsonb_agg(jsonb_build_object(
                                  'id', edition.content_id, 'versionId', formed_version_id,
                                  'pool', coalesce(formed_pool, ''), 'slug', edition.slug, 'title', edition.title,
                                  'code', code, 'from', greatest(valid_from, '0001-01-01'),
                                  'until', least(valid_until, '9999-12-31')) order by edition.position)
                       from exam_version as edition
                       where edition.school_id = :school and edition.exam_id = exam.content_id and edition.live), '[]')
                       as versions
            from exam
            where exam.school_id = :school and exam.live
            """;

    private final JdbcClient jdbc;
    private final Versions versions;
    private final Cache<Long, Boolean> any = Caffeine.newBuilder().maximumSize(SCHOOLS).build();
    private final Cache<Key, Blueprint> blueprints = Caffeine.newBuilder().maximumSize(BLUEPRINTS).build();

    Exams(JdbcClient jdbc, Versions versions, Notices notices) {
        this.jdbc = jdbc;
        this.versions = versions;
        notices.listen(Publications.TOPIC, this::hear);
    }

    private void hear(String payload) {
        if (payload.equals(Notices.MISSED)) any.invalidateAll();
        else
            any.invalidate(Long.valueOf(payload));
    }

    public Optional<Exam> find(School school, Slug slug) {
        return jdbc.sql(EXAM + " and exam.slug = :slug")
                .param("school", school.id())
                .param("slug", slug.value())
                .query(Exams::read)
                .optional();
    }

    public Optional<Exam> find(School school, long id) {
        return jdbc.sql(EXAM + " and exam.content_id = :id")
                .param("school", school.id())
                .param("id", id)
                .query(Exams::read)
                .optional();
    }

    /// In the author's order.
    public List<Exam> all(School school) {
        return jdbc.sql(EXAM + " order by exam.position limit :most")
                .param("school", school.id())
                .param("most", MOST)
                .query(Exams::read)
                .list();
    }

    /// Whether there are any; remembered until something is published.
    public boolean any(School school) {
        return any.get(school.id(), _ -> jdbc.sql("""
                        select exists (select from exam where school_id = :school and live)
                        """)
                .param("school", school.id())
                .query((row, _) -> row.getBoolean(1))
                .single());
    }

    /// @param versionId of a blueprint
    public Blueprint blueprint(School school, long versionId) {
        return blueprints.get(
                new Key(school.id(), versionId), _ -> Blueprint.of(versions.get(school, versionId).front()));
    }

    private static Exam read(ResultSet row, int number) throws SQLException {
        return new Exam(
                row.getLong("content_id"),
                row.getLong("version_id"),
                new Slug(row.getString("slug")),
                row.getString("title"),
                row.getString("summary"),
                row.getString("access").equals("free"),
                Arrays.stream(JSON.readValue(row.getString("versions"), Row[].class)).map(Row::edition).toList());
    }

    private record Key(long school, long version) {}

    private record Row(
            long id, @Nullable Long versionId, String pool, String slug, String title, String code, LocalDate from,
            LocalDate until) {

        Exam.Edition edition() {
            return new Exam.Edition(id, versionId, pool, new Slug(slug), title, code, from, until);
        }
    }
}
