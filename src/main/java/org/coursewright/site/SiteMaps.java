package org.coursewright.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The stored pages of schools: which page lies where, and where its bytes are.
@Repository
class SiteMaps {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    SiteMaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Everything that is live on a school's host, by path; empty before the first publication.
    LiveSite live(School school) {
        var pages = new HashMap<String, StoredPage>();
        jdbc.sql("""
                        select page.path, page_hash, media_type, bundle, start, brotli, gzip
                        from site_map
                        cross join jsonb_each_text(entries -> 'pages') as page (path, input)
                        join rendering on rendering.school_id = :school and rendering.input_hash = page.input
                        where site_map.school_id = :school
                          and publication_id = (select max(publication_id) from site_map where school_id = :school)
                        """)
                .param("school", school.id())
                .query((row, _) -> pages.put(row.getString("path"), page(row)))
                .list();
        var map = newest(school);
        map.ifPresent(found -> found.moved().forEach((from, to) -> pages.putIfAbsent(from, new StoredPage.Moved(to))));
        return new LiveSite(
                pages,
                map.map(found -> Set.copyOf(found.files())).orElse(Set.of()),
                map.map(found -> Set.copyOf(found.videos())).orElse(Set.of()));
    }

    /// Those of the inputs that no page was made from yet.
    Set<Hash> missing(School school, Collection<Hash> inputs) {
        var missing = new HashSet<>(inputs);
        missing.removeAll(Set.copyOf(jdbc.sql("""
                        select input_hash from rendering where school_id = :school and input_hash = any(:inputs)
                        """)
                .param("school", school.id())
                .param("inputs", inputs.stream().map(Hash::hex).toArray(String[]::new))
                .query((row, _) -> new Hash(row.getString("input_hash")))
                .list()));
        return missing;
    }

    void addRenderings(School school, Map<Hash, StoredPage.Page> pages) {
        var all = List.copyOf(pages.entrySet());
        jdbc.sql("""
                        insert into rendering (school_id, input_hash, page_hash, media_type, bundle, start, brotli, gzip)
                        select :school, made.*
                        from unnest(:inputs::text[], :pages::text[], :types::text[], :bundles::text[],
                                    :starts::bigint[], :brotlis::int[], :gzips::int[]) as made
                        on conflict do nothing
                        """)
                .param("school", school.id())
                .param("inputs", all.stream().map(one -> one.getKey().hex()).toArray(String[]::new))
                .param("pages", all.stream().map(one -> one.getValue().hash().hex()).toArray(String[]::new))
                .param("types", all.stream().map(one -> one.getValue().mediaType()).toArray(String[]::new))
                .param("bundles", all.stream().map(one -> one.getValue().bundle().hex()).toArray(String[]::new))
                .param("starts", all.stream().map(one -> one.getValue().start()).toArray(Long[]::new))
                .param("brotlis", all.stream().map(one -> one.getValue().brotli()).toArray(Integer[]::new))
                .param("gzips", all.stream().map(one -> one.getValue().gzip()).toArray(Integer[]::new))
                .update();
    }

    /// @param renderer stamp of what rendered it, to be told from a newer program
    void put(School school, long publicationId, Hash renderer, SiteMap map) {
        jdbc.sql("""
                        insert into site_map (school_id, publication_id, renderer, entries)
                        values (:school, :publication, :renderer, :entries::jsonb)
                        on conflict (school_id, publication_id)
                        do update set renderer = excluded.renderer, entries = excluded.entries
                        """)
                .param("school", school.id())
                .param("publication", publicationId)
                .param("renderer", renderer.hex())
                .param("entries", JSON.writeValueAsString(Entries.of(map)))
                .update();
    }

    /// Schools whose live pages another version of this program has rendered.
    List<Long> renderedOtherwise(Hash renderer) {
        return jdbc.sql("""
                        select publication.school_id
                        from (select school_id, max(id) as id from publication group by school_id) as publication
                        left join site_map on site_map.school_id = publication.school_id
                                          and site_map.publication_id = publication.id
                        where renderer is distinct from :renderer
                        order by publication.school_id
                        limit 100000
                        """)
                .param("renderer", renderer.hex())
                .query((row, _) -> row.getLong("school_id"))
                .list();
    }

    /// Where courses and lessons stood before.
    List<FormerSlug> formerSlugs(School school) {
        return jdbc.sql("""
                        select kind, parent_id, slug, content_id
                        from former_slug
                        where school_id = :school
                        order by kind, parent_id, slug
                        limit 100000
                        """)
                .param("school", school.id())
                .query((row, _) -> new FormerSlug(
                        row.getString("kind"), row.getLong("parent_id"), row.getString("slug"),
                        row.getLong("content_id")))
                .list();
    }

    /// @param parentId the course of a lesson, else 0
    record FormerSlug(String kind, long parentId, String slug, long contentId) {}

    private Optional<SiteMap> newest(School school) {
        return jdbc.sql("""
                        select entries
                        from site_map
                        where school_id = :school
                        order by publication_id desc
                        limit 1
                        """)
                .param("school", school.id())
                .query((row, _) -> JSON.readValue(row.getString("entries"), Entries.class).map())
                .optional();
    }

    private static StoredPage.Page page(ResultSet row) throws SQLException {
        return new StoredPage.Page(
                new Hash(row.getString("page_hash")),
                row.getString("media_type"),
                new Hash(row.getString("bundle")),
                row.getLong("start"),
                row.getInt("brotli"),
                row.getInt("gzip"));
    }

    /// The map as its row keeps it.
    private record Entries(
            Map<String, String> pages, Map<String, String> moved, List<String> files, List<String> videos) {

        static Entries of(SiteMap map) {
            var pages = new HashMap<String, String>();
            map.pages().forEach((path, input) -> pages.put(path, input.hex()));
            return new Entries(
                    pages, map.moved(), map.files().stream().map(Hash::hex).toList(),
                    map.videos().stream().map(Hash::hex).toList());
        }

        SiteMap map() {
            var inputs = new HashMap<String, Hash>();
            pages.forEach((path, input) -> inputs.put(path, new Hash(input)));
            return new SiteMap(
                    inputs, moved, files.stream().map(Hash::new).toList(), videos.stream().map(Hash::new).toList());
        }
    }
}
