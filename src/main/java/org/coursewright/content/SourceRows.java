package org.coursewright.content;

import java.util.Collection;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Writes sources and their revisions.
@Repository
class SourceRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    SourceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The source at a path, made where there is none; others who push to it wait for the end of the transaction.
    long lock(School school, String path) {
        jdbc.sql("insert into source (school_id, path) values (:school, :path) on conflict do nothing")
                .param("school", school.id())
                .param("path", path)
                .update();
        return jdbc.sql("select id from source where school_id = :school and path = :path for update")
                .param("school", school.id())
                .param("path", path)
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    /// Adds a revision and makes it the head of its source.
    long add(
            School school,
            long sourceId,
            @Nullable Long parentId,
            Hash tree,
            Collection<Long> containers,
            Collection<Long> keyIds,
            String idsLock,
            Push push) {
        long id = jdbc.sql("""
                        insert into revision
                            (school_id, source_id, number, parent_id, tree, containers, key_ids, ids_lock, author,
                             message, created_at)
                        select :school, :source, coalesce(max(number), 0) + 1, :parent, :tree, :containers, :keys,
                               :idsLock, :author, :message, db_now()
                        from revision
                        where school_id = :school and source_id = :source
                        returning id
                        """)
                .param("school", school.id())
                .param("source", sourceId)
                .param("parent", parentId)
                .param("tree", tree.hex())
                .param("containers", containers.toArray(Long[]::new))
                .param("keys", keyIds.toArray(Long[]::new))
                .param("idsLock", idsLock)
                .param("author", push.author())
                .param("message", push.order().message())
                .query((row, _) -> row.getLong("id"))
                .single();
        jdbc.sql("update source set head_revision_id = :revision where school_id = :school and id = :source")
                .param("school", school.id())
                .param("source", sourceId)
                .param("revision", id)
                .update();
        return id;
    }

    void summarise(School school, long revisionId, RevisionSummary summary) {
        jdbc.sql("update revision set summary = :summary::jsonb where school_id = :school and id = :revision")
                .param("school", school.id())
                .param("revision", revisionId)
                .param("summary", JSON.writeValueAsString(summary))
                .update();
    }
}
