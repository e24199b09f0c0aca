package org.coursewright.content;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Writes identities, versions and keys: many rows in one statement, and none for what is there already.
@Repository
class FrozenContent {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    FrozenContent(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A piece of content by what its author knows it by.
    record Identity(String kind, String stableId) {}

    /// The ids of these identities; made where they are new.
    Map<Identity, Long> contents(School school, Collection<Identity> identities) {
        var ids = new HashMap<Identity, Long>();
        jdbc.sql("""
                        with wanted as (
                            select distinct kind, stable_id
                            from unnest(:kinds::text[], :ids::text[]) as wanted(kind, stable_id)
                        ), added as (
                            insert into content (school_id, kind, stable_id)
                            select :school, kind, stable_id from wanted
                            on conflict do nothing
                            returning id, kind, stable_id
                        )
                        select id, kind, stable_id from added
                        union all
                        select content.id, content.kind, content.stable_id
                        from wanted
                        join content on content.school_id = :school
                                    and content.kind = wanted.kind
                                    and content.stable_id = wanted.stable_id
                        """)
                .param("school", school.id())
                .param("kinds", identities.stream().map(Identity::kind).toArray(String[]::new))
                .param("ids", identities.stream().map(Identity::stableId).toArray(String[]::new))
                .query((row, _) -> ids.put(
                        new Identity(row.getString("kind"), row.getString("stable_id")), row.getLong("id")))
                .list();
        return ids;
    }

    /// The ids of the versions of these drafts, by content; frozen where that state is new.
    Map<Long, Long> versions(School school, Collection<Draft> drafts) {
        var ids = new HashMap<Long, Long>();
        if (drafts.isEmpty()) return ids;
        jdbc.sql("""
                        with draft as (
                            select *
                            from jsonb_to_recordset(:rows::jsonb) as draft(
                                content_id bigint, hash text, state_hash text, path text, slug text, title text,
                                front jsonb, body text, files jsonb, refs jsonb, members jsonb)
                        ), added as (
                            insert into version (school_id, content_id, hash, state_hash, path, slug, title, front,
                                                 body, files, refs, members)
                            select :school, content_id, hash, state_hash, path, slug, title, front,
                                   body, files, refs, members
                            from draft
                            on conflict do nothing
                            returning id, content_id
                        )
                        select id, content_id from added
                        union all
                        select version.id, version.content_id
                        from draft
                        join version on version.school_id = :school
                                    and version.content_id = draft.content_id
                                    and version.state_hash = draft.state_hash
                        """)
                .param("school", school.id())
                .param("rows", JSON.writeValueAsString(drafts.stream().map(Draft::row).toList()))
                .query((row, _) -> ids.put(row.getLong("content_id"), row.getLong("id")))
                .list();
        return ids;
    }

    /// The sealed part of a question version.
    record Key(long versionId, Hash hash, String sealed) {}

    /// A key revision; fresh = it was not there before.
    record KeyRow(long id, long versionId, boolean fresh) {}

    /// The key revisions that hold for these questions: those of the revision before where nothing changed, new ones
    /// for the rest.
    ///
    /// @param before the revision before, 0 = none
    List<KeyRow> keys(School school, long before, Collection<Key> keys) {
        if (keys.isEmpty()) return List.of();
        return jdbc.sql("""
                        with wanted as (
                            select *
                            from jsonb_to_recordset(:rows::jsonb) as wanted(version_id bigint, hash text, sealed jsonb)
                        ), kept as (
                            select question_key.id, question_key.version_id
                            from revision
                            join question_key on question_key.school_id = :school
                                             and question_key.id = any(revision.key_ids)
                            join wanted on wanted.version_id = question_key.version_id
                                       and wanted.hash = question_key.hash
                            where revision.school_id = :school and revision.id = :before
                        ), added as (
                            insert into question_key (school_id, version_id, hash, sealed)
                            select :school, version_id, hash, sealed
                            from wanted
                            where not exists (select from kept where kept.version_id = wanted.version_id)
                            returning id, version_id
                        )
                        select id, version_id, false as fresh from kept
                        union all
                        select id, version_id, true as fresh from added
                        """)
                .param("school", school.id())
                .param("before", before)
                .param("rows", JSON.writeValueAsString(keys.stream()
                        .map(key -> Map.of(
                                "version_id",
                                key.versionId(),
                                "hash",
                                key.hash().hex(),
                                "sealed",
                                JSON.readTree(key.sealed())))
                        .toList()))
                .query((row, _) -> new KeyRow(
                        row.getLong("id"), row.getLong("version_id"), row.getBoolean("fresh")))
                .list();
    }
}
