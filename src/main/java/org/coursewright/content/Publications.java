package org.coursewright.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.platform.Notices;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What is live: append-only, the newest publication counts. Publishing changes the entry of one source; every
/// projection runs in the same transaction, so that all of it is live or none.
@Repository
public class Publications {

    /// Topic of the notice that tells all nodes; its payload is the school's id.
    public static final String TOPIC = "publication";

    private final JdbcClient jdbc;
    private final Versions versions;
    private final Revisions revisions;
    private final List<Projection> projections;
    private final Notices notices;
    private final Audit audit;

    Publications(
            JdbcClient jdbc,
            Versions versions,
            Revisions revisions,
            List<Projection> projections,
            Notices notices,
            Audit audit) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.revisions = revisions;
        this.projections = projections;
        this.notices = notices;
        this.audit = audit;
    }

    /// The newest publication of a school.
    public Optional<Publication> live(School school) {
        return jdbc.sql("select id, at, by from publication where school_id = :school order by id desc limit 1")
                .param("school", school.id())
                .query(Publications::read)
                .optional();
    }

    /// Makes a revision live; nothing happens when it is.
    ///
    /// @param by who, for people
    @Transactional
    public Publication publish(School school, Revision revision, String by) {
        return publish(school, revision, by, Deed.PUBLISHED);
    }

    private Publication publish(School school, Revision revision, String by, Deed deed) {
        lock(school);
        if (isLive(school, revision.id())) return live(school).orElseThrow();
        var publication = jdbc.sql("""
                        insert into publication (school_id, at, by) values (:school, db_now(), :by)
                        returning id, at, by
                        """)
                .param("school", school.id())
                .param("by", by)
                .query(Publications::read)
                .single();
        var revisions = jdbc.sql("""
                        insert into publication_revision (school_id, publication_id, source_id, revision_id)
                        select :school, :publication, source_id, revision_id
                        from publication_revision
                        where school_id = :school
                          and publication_id = (select max(id) from publication
                                                where school_id = :school and id < :publication)
                          and source_id <> :source
                        union all
                        select :school, :publication, :source, :revision
                        returning revision_id
                        """)
                .param("school", school.id())
                .param("publication", publication.id())
                .param("source", revision.sourceId())
                .param("revision", revision.id())
                .query((row, _) -> row.getLong("revision_id"))
                .list();
        publishKeys(school, revision);
        var content = versions.read(school, revisions);
        for (var projection : projections)
            projection.project(school, publication.id(), content);
        audit.record(school, by, deed, Integer.toString(revision.number()));
        notices.publish(TOPIC, Long.toString(school.id()));
        return publication;
    }

    /// Makes the revision live that was so before the one that is live now.
    ///
    /// @param sourcePath the entry to change back, empty = the whole school
    /// @return the revision that is live now
    /// @throws NothingToRollBack when there is none
    @Transactional
    public Revision rollback(School school, String sourcePath, String by) {
        lock(school);
        var previous = jdbc.sql("""
                        with entry as (
                            select publication_id, revision_id
                            from publication_revision
                            join source on source.school_id = :school and source.id = source_id
                            where publication_revision.school_id = :school and source.path = :source
                        )
                        select revision_id
                        from entry
                        where publication_id < (select min(publication_id)
                                                from entry
                                                where revision_id = (select revision_id
                                                                     from entry
                                                                     order by publication_id desc
                                                                     limit 1))
                        order by publication_id desc
                        limit 1
                        """)
                .param("school", school.id())
                .param("source", sourcePath)
                .query((row, _) -> row.getLong("revision_id"))
                .optional()
                .orElseThrow(() -> new NothingToRollBack(sourcePath));
        publish(school, revisions.get(school, previous), by, Deed.ROLLED_BACK);
        return revisions.get(school, previous);
    }

    /// One publication at a time for each school; rows that only refer to the school do not wait.
    private void lock(School school) {
        jdbc.sql("select id from school where id = :school for no key update")
                .param("school", school.id())
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    private boolean isLive(School school, long revisionId) {
        return jdbc.sql("""
                        select exists (
                            select from publication_revision
                            where school_id = :school
                              and revision_id = :revision
                              and publication_id = (select max(id) from publication where school_id = :school)
                        ) as live
                        """)
                .param("school", school.id())
                .param("revision", revisionId)
                .query((row, _) -> row.getBoolean("live"))
                .single();
    }

    /// Keys take effect now; one that is newer than the revision's stays.
    private void publishKeys(School school, Revision revision) {
        jdbc.sql("""
                        insert into published_key (school_id, version_id, key_id)
                        select :school, question_key.version_id, question_key.id
                        from revision
                        join question_key on question_key.school_id = :school
                                         and question_key.id = any(revision.key_ids)
                        where revision.school_id = :school and revision.id = :revision
                        on conflict (school_id, version_id) do update set key_id = excluded.key_id
                        where published_key.key_id < excluded.key_id
                        """)
                .param("school", school.id())
                .param("revision", revision.id())
                .update();
    }

    private static Publication read(ResultSet row, int number) throws SQLException {
        return new Publication(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by"));
    }
}
