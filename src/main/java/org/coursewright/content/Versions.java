package org.coursewright.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coursewright.platform.Hash;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Reads frozen content: of a revision, of a preview, of all that is live.
@Repository
public class Versions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Everything that students and visitors see now.
    public RevisionContent live(School school) {
        return read(
                school,
                jdbc.sql("""
                                select revision_id
                                from publication_revision
                                where school_id = :school
                                  and publication_id = (select max(id) from publication where school_id = :school)
                                """)
                        .param("school", school.id())
                        .query((row, _) -> row.getLong("revision_id"))
                        .list());
    }

    /// What would be live if this revision were published: it and what is live of other sources.
    public RevisionContent preview(School school, long revisionId) {
        return read(
                school,
                jdbc.sql("""
                                select shown.revision_id
                                from publication_revision as shown
                                join revision on revision.school_id = :school and revision.id = :revision
                                where shown.school_id = :school
                                  and shown.publication_id = (select max(id) from publication where school_id = :school)
                                  and shown.source_id <> revision.source_id
                                union all
                                select id as revision_id from revision where school_id = :school and id = :revision
                                """)
                        .param("school", school.id())
                        .param("revision", revisionId)
                        .query((row, _) -> row.getLong("revision_id"))
                        .list());
    }

    /// All versions of one revision.
    public RevisionContent of(School school, long revisionId) {
        return read(school, List.of(revisionId));
    }

    /// How many pieces of each kind are live.
    Map<String, Integer> liveKinds(School school) {
        var kinds = new HashMap<String, Integer>();
        jdbc.sql("""
                        with recursive part as (
                            select unnest(revision.containers) as id
                            from publication_revision as entry
                            join revision on revision.school_id = :school and revision.id = entry.revision_id
                            where entry.school_id = :school
                              and entry.publication_id = (select max(id) from publication where school_id = :school)
                            union
                            select member::bigint
                            from part
                            join version as container on container.school_id = :school and container.id = part.id
                            cross join jsonb_path_query(container.members, '$[*].versions[*]') as member
                        )
                        select kind, count(*) as pieces
                        from part
                        join version on version.school_id = :school and version.id = part.id
                        join content on content.school_id = :school and content.id = version.content_id
                        group by kind
                        order by kind
                        """)
                .param("school", school.id())
                .query((row, _) -> kinds.put(row.getString("kind"), row.getInt("pieces")))
                .list();
        return kinds;
    }

    /// One version.
    public Version get(School school, long id) {
        return jdbc.sql("""
                        select version.id, content_id, kind, stable_id, hash, path, slug, title, front, body,
                               files, refs, members
                        from version
                        join content on content.school_id = :school and content.id = version.content_id
                        where version.school_id = :school and version.id = :id
                        """)
                .param("school", school.id())
                .param("id", id)
                .query(Versions::read)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// Versions by their ids; those that the school does not have are not among them.
    public Map<Long, Version> all(School school, Collection<Long> ids) {
        var found = new HashMap<Long, Version>();
        jdbc.sql("""
                        select version.id, content_id, kind, stable_id, hash, path, slug, title, front, body,
                               files, refs, members
                        from version
                        join content on content.school_id = :school and content.id = version.content_id
                        where version.school_id = :school and version.id = any(:ids)
                        """)
                .param("school", school.id())
                .param("ids", ids.toArray(Long[]::new))
                .query(Versions::read)
                .list()
                .forEach(version -> found.put(version.id(), version));
        return found;
    }

    RevisionContent read(School school, Collection<Long> revisionIds) {
        return new RevisionContent(jdbc.sql("""
                        with recursive part as (
                            select unnest(containers) as id
                            from revision
                            where school_id = :school and id = any(:revisions)
                            union
                            select member::bigint
                            from part
                            join version as container on container.school_id = :school and container.id = part.id
                            cross join jsonb_path_query(container.members, '$[*].versions[*]') as member
                        )
                        select version.id, content_id, kind, stable_id, hash, path, slug, title, front, body,
                               files, refs, members
                        from part
                        join version on version.school_id = :school and version.id = part.id
                        join content on content.school_id = :school and content.id = version.content_id
                        """)
                .param("school", school.id())
                .param("revisions", revisionIds.toArray(Long[]::new))
                .query(Versions::read)
                .list());
    }

    private static Version read(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getLong("id"),
                row.getLong("content_id"),
                row.getString("kind"),
                row.getString("stable_id"),
                new Hash(row.getString("hash")),
                row.getString("path"),
                new Slug(row.getString("slug")),
                row.getString("title"),
                JSON.readTree(row.getString("front")),
                row.getString("body"),
                files(row.getString("files")),
                references(row.getString("refs")),
                List.copyOf(Arrays.asList(JSON.readValue(row.getString("members"), Version.Section[].class))));
    }

    private static Map<String, Hash> files(String json) {
        var files = new HashMap<String, Hash>();
        JSON.readTree(json).forEachEntry((path, hash) -> files.put(path, new Hash(hash.asString())));
        return Map.copyOf(files);
    }

    private static Map<String, Long> references(String json) {
        var references = new HashMap<String, Long>();
        JSON.readTree(json).forEachEntry((target, id) -> references.put(target, id.asLong()));
        return Map.copyOf(references);
    }
}
