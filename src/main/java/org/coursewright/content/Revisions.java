package org.coursewright.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The states of a school's sources.
@Repository
public class Revisions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Revisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Revision get(School school, long id) {
        return find(school, id).orElseThrow(NotFound::new);
    }

    public Optional<Revision> find(School school, long id) {
        return latest(school, id, null, null, 1).stream().findFirst();
    }

    public Optional<Revision> find(School school, String sourcePath, int number) {
        return latest(school, null, sourcePath, number, 1).stream().findFirst();
    }

    /// The head of a source: what a push must name as its base.
    public Optional<Revision> head(School school, String sourcePath) {
        return latest(school, null, sourcePath, null, 1).stream().findFirst();
    }

    /// What is live now, by source.
    public List<Revision> live(School school) {
        return jdbc.sql("""
                        select revision.id, revision.source_id, source.path, number, parent_id, tree, author, message,
                               summary, revision.created_at, true as live
                        from publication_revision as entry
                        join revision on revision.school_id = :school and revision.id = entry.revision_id
                        join source on source.school_id = :school and source.id = revision.source_id
                        where entry.school_id = :school
                          and entry.publication_id = (select max(id) from publication where school_id = :school)
                        order by source.path
                        limit 1000
                        """)
                .param("school", school.id())
                .query(Revisions::read)
                .list();
    }

    /// The text of `ids.lock` that belongs to a revision.
    String idsLock(School school, long id) {
        return jdbc.sql("select ids_lock from revision where school_id = :school and id = :id")
                .param("school", school.id())
                .param("id", id)
                .query((row, _) -> row.getString("ids_lock"))
                .single();
    }

    /// The versions at the top of a revision, in the order of the folder.
    List<Long> containers(School school, long id) {
        return jdbc.sql("""
                        select container
                        from revision
                        cross join unnest(containers) with ordinality as one(container, place)
                        where school_id = :school and id = :id
                        order by place
                        """)
                .param("school", school.id())
                .param("id", id)
                .query((row, _) -> row.getLong("container"))
                .list();
    }

    /// The head of every source of the school.
    public List<Revision> heads(School school) {
        return jdbc.sql("""
                        select revision.id, revision.source_id, source.path, number, parent_id, tree, author, message, summary,
                               revision.created_at, false as live
                        from source
                        join revision on revision.school_id = :school and revision.id = source.head_revision_id
                        where source.school_id = :school
                        order by source.path
                        limit 1000
                        """)
                .param("school", school.id())
                .query(Revisions::read)
                .list();
    }

    /// The newest first.
    public List<Revision> latest(School school, int limit) {
        return latest(school, null, null, null, limit);
    }

    /// Revisions of a source after a number, the oldest first.
    List<Revision> after(School school, long sourceId, int number, int limit) {
        return jdbc.sql("""
                        select revision.id, revision.source_id, source.path, number, parent_id, tree, author, message, summary,
                               revision.created_at, false as live
                        from revision
                        join source on source.school_id = :school and source.id = revision.source_id
                        where revision.school_id = :school and source_id = :source and number > :number
                        order by number
                        limit :limit
                        """)
                .param("school", school.id())
                .param("source", sourceId)
                .param("number", number)
                .param("limit", limit)
                .query(Revisions::read)
                .list();
    }

    private List<Revision> latest(
            School school, @Nullable Long id, @Nullable String sourcePath,
            @Nullable Integer number, int limit) {
        return jdbc.sql("""
                        select revision.id, revision.source_id, source.path, number, parent_id, tree, author, message, summary,
                               revision.created_at, live.revision_id is not null as live
                        from revision
                        join source on source.school_id = :school and source.id = revision.source_id
                        left join publication_revision as live
                               on live.school_id = :school
                              and live.revision_id = revision.id
                              and live.publication_id = (select max(id) from publication where school_id = :school)
                        where revision.school_id = :school
                          and (:id::bigint is null or revision.id = :id)
                          and (:source::text is null or source.path = :source)
                          and (:number::int is null or number = :number)
                        order by revision.created_at desc, revision.id desc
                        limit :limit
                        """)
                .param("school", school.id())
                .param("id", id)
                .param("source", sourcePath)
                .param("number", number)
                .param("limit", limit)
                .query(Revisions::read)
                .list();
    }

    private static Revision read(ResultSet row, int rowNumber) throws SQLException {
        long parent = row.getLong("parent_id");
        return new Revision(
                row.getLong("id"),
                row.getLong("source_id"),
                row.getString("path"),
                row.getInt("number"),
                row.wasNull() ? null : parent,
                new Hash(row.getString("tree")),
                row.getString("author"),
                row.getString("message"),
                JSON.readValue(row.getString("summary"), RevisionSummary.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("live"));
    }
}
