package org.coursewright.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coursewright.Database;
import org.coursewright.audit.AuditFixture;
import org.coursewright.platform.Hash;
import org.coursewright.platform.PlatformFixture;
import org.coursewright.platform.RandomCode;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.coursewright.storage.StorageFixture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody with a folder in memory who pushes and publishes it, on a real database.
final class Author {

    final Map<String, String> folder = new TreeMap<>();
    final List<RevisionListener> listeners = new ArrayList<>();
    final List<Projection> projections = new ArrayList<>();
    final List<ContentUse> uses = new ArrayList<>();
    final JdbcClient jdbc;
    final School school;
    final Revisions revisions;
    final Versions versions;
    final Publications publications;
    final Pushes pushes;
    final Commits commits;
    final Edits edits;
    final Trees trees;
    final Blobs blobs;
    private final TransactionTemplate transaction;
    private @Nullable Integer base;

    Author(Path data) throws IOException {
        var database = new Database();
        var source = new SingleConnectionDataSource(database.url(), true);
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.school = school("ada");
        this.blobs = StorageFixture.blobs(jdbc, data);
        this.revisions = new Revisions(jdbc);
        this.versions = new Versions(jdbc);
        this.trees = new Trees(blobs);
        this.pushes = new Pushes(jdbc, revisions, trees, new NewerFiles(revisions, trees), blobs,
                StorageFixture.uploads(jdbc, data));
        var previews = new Previews(jdbc, StorageFixture.settings(data));
        var writer = new RevisionWriter(pushes, revisions, versions, new FrozenContent(jdbc), new SourceRows(jdbc),
                trees, blobs, uses);
        this.commits = new Commits(pushes, new StoredSource(blobs), List.of(new Things()), writer, previews,
                listeners, AuditFixture.audit(jdbc), transaction);
        this.publications = new Publications(jdbc, versions, revisions, projections, PlatformFixture.notices(jdbc,
                source), AuditFixture.audit(jdbc));
        this.edits = new Edits(revisions, trees, new NewerFiles(revisions, trees), pushes, commits, publications);
    }

    School school(String slug) {
        long id = jdbc.sql("insert into school (slug, name) values (:slug, :slug) returning id")
                .param("slug", slug)
                .query((row, _) -> row.getLong("id"))
                .single();
        return new School(id, new Slug(slug), slug, "en", Instant.EPOCH);
    }

    PushAnswer push() throws IOException {
        return push("", base, false);
    }

    PushAnswer push(String at, @Nullable Integer from, boolean allowRemovals) throws IOException {
        var code = RandomCode.of(12);
        var begun = begin(code, at, from);
        if (!(begun instanceof PushAnswer.Wanted)) return begun;
        send();
        var answer = commits.commit(school, code, allowRemovals);
        if (answer instanceof PushAnswer.Committed committed && at.isEmpty()) {
            base = committed.number();
            if (!committed.idsLock().isEmpty()) folder.put(IdsLock.PATH, committed.idsLock());
        }
        return answer;
    }

    PushAnswer begin(String code, String at, @Nullable Integer from) {
        return pushes.begin(school, new PushOrder(code, at, from, "", tree()), "ada@example.org");
    }

    void send() throws IOException {
        var files = new HashMap<Hash, byte[]>();
        folder.values().forEach(text -> files.put(Hash.of(text), text.getBytes(StandardCharsets.UTF_8)));
        blobs.put(school, files, Map.of());
    }

    PushAnswer.Committed pushed() throws IOException {
        return (PushAnswer.Committed) push("", base, true);
    }

    Publication publish(long revisionId) {
        return java.util.Objects.requireNonNull(transaction.execute(
                _ -> publications.publish(school, revisions.get(school, revisionId), "ada@example.org")));
    }

    Revision rollback() {
        return java.util.Objects.requireNonNull(
                transaction.execute(_ -> publications.rollback(school, "", "ada@example.org")));
    }

    Tree tree() {
        var files = new TreeMap<String, TreeFile>();
        folder.forEach((path, text) -> files.put(path, new TreeFile(
                Hash.of(text), text.getBytes(StandardCharsets.UTF_8).length)));
        return new Tree(files);
    }

    long count(String table) {
        return jdbc.sql("select count(*) as rows from " + table).query((row, _) -> row.getLong("rows")).single();
    }

    Version part(RevisionContent content, String path) {
        return content.versions().stream().filter(one -> one.path().equals(path)).findFirst().orElseThrow();
    }
}
