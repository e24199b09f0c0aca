package org.coursewright.school;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Notices;
import org.coursewright.platform.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All schools. Reads by slug come from memory, which a notice refreshes on every node.
@Repository
public class Schools {

    private static final String TOPIC = "school";

    private final JdbcClient jdbc;
    private final Notices notices;
    private final Map<String, School> known = new ConcurrentHashMap<>();

    Schools(JdbcClient jdbc, Notices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
        notices.listen(TOPIC, _ -> known.clear());
    }

    public Optional<School> find(Slug slug) {
        var remembered = known.get(slug.value());
        if (remembered != null) return Optional.of(remembered);
        var found = jdbc.sql("select id, slug, name, language, created_at from school where slug = :slug")
                .param("slug", slug.value())
                .query(Schools::read)
                .optional();
        found.ifPresent(school -> known.put(slug.value(), school));
        return found;
    }

    public School get(Slug slug) {
        return find(slug).orElseThrow(NotFound::new);
    }

    public School get(long id) {
        return known.values().stream()
                .filter(school -> school.id() == id)
                .findAny()
                .orElseGet(() -> jdbc.sql("select id, slug, name, language, created_at from school where id = :id")
                        .param("id", id)
                        .query(Schools::read)
                        .optional()
                        .orElseThrow(NotFound::new));
    }

    public List<School> all() {
        return jdbc.sql("select id, slug, name, language, created_at from school order by slug limit 10000")
                .query(Schools::read)
                .list();
    }

    /// Makes a school; absent where another one has this slug.
    ///
    /// @throws IllegalArgumentException when no school may be named so, see [School#mayBeNamed]
    @Transactional
    public Optional<School> create(Slug slug, String name) {
        if (!School.mayBeNamed(slug.value()))
            throw new IllegalArgumentException("No school may be named " + slug
                    + ": take up to 40 lower-case letters, digits and hyphens, and none of the platform's own names");
        return jdbc.sql("""
                        insert into school (slug, name) values (:slug, :name)
                        on conflict (slug) do nothing
                        returning id, slug, name, language, created_at
                        """)
                .param("slug", slug.value())
                .param("name", name)
                .query(Schools::read)
                .optional();
    }

    /// Takes over what the school's own folder says of it.
    @Transactional
    public void rename(School school, String name, String language) {
        jdbc.sql("update school set name = :name, language = :language where id = :school")
                .param("school", school.id())
                .param("name", name)
                .param("language", language)
                .update();
        notices.publish(TOPIC, school.slug().value());
    }

    private static School read(ResultSet row, int number) throws SQLException {
        return new School(
                row.getLong("id"),
                new Slug(row.getString("slug")),
                row.getString("name"),
                row.getString("language"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
