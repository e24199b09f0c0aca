package org.coursewright.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.springframework.stereotype.Component;

/// Writes the revision of a push, within the caller's transaction: the identities, versions and keys that are new,
/// and the revision that names them. An edit costs one version, one container and one revision.
@Component
class RevisionWriter {

    private final Pushes pushes;
    private final Revisions revisions;
    private final Versions versions;
    private final FrozenContent frozen;
    private final SourceRows sources;
    private final Trees trees;
    private final Blobs blobs;
    private final List<ContentUse> uses;

    RevisionWriter(
            Pushes pushes,
            Revisions revisions,
            Versions versions,
            FrozenContent frozen,
            SourceRows sources,
            Trees trees,
            Blobs blobs,
            List<ContentUse> uses) {
        this.pushes = pushes;
        this.revisions = revisions;
        this.versions = versions;
        this.frozen = frozen;
        this.sources = sources;
        this.trees = trees;
        this.blobs = blobs;
        this.uses = uses;
    }

    /// What was written.
    ///
    /// @param unchanged when it is the head that was there
    record Written(Revision revision, RevisionContent content, boolean unchanged, String idsLock,
            List<Finding> remarks) {}

    /// Ends the writing; the caller's transaction must roll back.
    static final class Stopped extends RuntimeException {

        private final transient PushAnswer answer;

        Stopped(PushAnswer answer) {
            super(null, null, false, false);
            this.answer = answer;
        }

        PushAnswer answer() {
            return answer;
        }
    }

    /// @param lock the `ids.lock` that came with the files
    /// @throws Stopped with the reason when the push cannot become a revision
    Written write(School school, Push push, List<Item> items, IdsLock lock, boolean allowRemovals) {
        var order = push.order();
        long source = sources.lock(school, order.source());
        pushes.obstacle(school, order).ifPresent(obstacle -> {
            throw new Stopped(obstacle);
        });
        var head = revisions.head(school, order.source());
        var before = head.map(revision -> versions.of(school, revision.id())).orElse(RevisionContent.EMPTY);
        var known = IdsLock.parse(head.map(revision -> revisions.idsLock(school, revision.id())).orElse(""));
        var ids = IdAssignment.of(items, lock, known, before);
        var freezing = new Freezing(school, order.source(), items, others(school, order.source()), frozen);
        freezing.identify(ids);
        freezing.freeze(before);
        if (!freezing.findings().isEmpty()) throw new Stopped(new PushAnswer.Faulty(freezing.findings()));
        var idsLock = ids.lock().all().isEmpty() ? "" : ids.lock().toString();
        var tree = withLock(school, order.files(), idsLock);
        var keys = frozen.keys(school, head.map(Revision::id).orElse(0L), freezing.keys());
        if (head.isPresent() && isSame(school, head.get(), tree, freezing, keys))
            return new Written(head.get(), before, true, idsLock, List.of());
        long id = sources.add(
                school,
                source,
                head.map(Revision::id).orElse(null),
                trees.keep(school, tree),
                freezing.containers(),
                keys.stream().map(FrozenContent.KeyRow::id).toList(),
                idsLock,
                push);
        var after = versions.of(school, id);
        summarise(school, id, before, after, keys, allowRemovals);
        return new Written(revisions.get(school, id), after, false, idsLock, recognised(items, ids));
    }

    private OtherSources others(School school, String source) {
        var heads = revisions.heads(school).stream()
                .filter(head -> !head.sourcePath().equals(source))
                .map(Revision::id)
                .toList();
        return new OtherSources(heads.isEmpty() ? RevisionContent.EMPTY : versions.read(school, heads));
    }

    /// The files with the `ids.lock` that belongs to them.
    private Tree withLock(School school, Tree files, String idsLock) {
        if (idsLock.isEmpty()) return files;
        try {
            var blob = blobs.put(school, idsLock.getBytes(StandardCharsets.UTF_8), "text/plain");
            return files.with(IdsLock.PATH, new TreeFile(blob.hash(), blob.size()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private boolean isSame(
            School school, Revision head, Tree tree, Freezing freezing, List<FrozenContent.KeyRow> keys) {
        return trees.of(school, head).equals(tree)
                && keys.stream().noneMatch(FrozenContent.KeyRow::fresh)
                && revisions.containers(school, head.id()).equals(freezing.containers());
    }

    private void summarise(
            School school,
            long id,
            RevisionContent before,
            RevisionContent after,
            List<FrozenContent.KeyRow> keys,
            boolean allowRemovals) {
        var changes = new RevisionChanges(before, after);
        var removed = changes.removed().stream().map(Version::contentId).toList();
        var corrected = keys.stream()
                .filter(FrozenContent.KeyRow::fresh)
                .flatMap(key -> before.version(key.versionId()).stream())
                .map(Version::contentId)
                .toList();
        var summary = changes.summary(ContentUse.sum(uses, school, removed), corrected);
        if (!removed.isEmpty() && !allowRemovals) throw new Stopped(new PushAnswer.Removing(summary.removed()));
        sources.summarise(school, id, summary);
    }

    private static List<Finding> recognised(List<Item> items, IdAssignment ids) {
        var remarks = new ArrayList<Finding>();
        items.stream()
                .flatMap(Item::withMembers)
                .forEach(item -> ids.recognised(item).ifPresent(before -> remarks.add(new Finding(
                        item.path(), item.line(), Finding.Level.WARNING, "This is taken for " + before.path()
                                + ", moved or edited. If it is new, give it an 'id:' of its own."))));
        return remarks;
    }
}
