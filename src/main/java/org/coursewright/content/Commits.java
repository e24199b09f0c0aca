package org.coursewright.content;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.content.RevisionWriter.Stopped;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Ends a push: reads its files, and in one transaction makes them a revision. Whatever fails, nothing of it stays.
@Component
public class Commits {

    private final Pushes pushes;
    private final StoredSource source;
    private final List<ContentKind> kinds;
    private final RevisionWriter writer;
    private final Previews previews;
    private final List<RevisionListener> listeners;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Commits(
            Pushes pushes,
            StoredSource source,
            List<ContentKind> kinds,
            RevisionWriter writer,
            Previews previews,
            List<RevisionListener> listeners,
            Audit audit,
            TransactionTemplate transaction) {
        this.pushes = pushes;
        this.source = source;
        this.kinds = kinds;
        this.writer = writer;
        this.previews = previews;
        this.listeners = listeners;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// @param code of a push that was begun
    /// @param allowRemovals that content disappears is meant
    public PushAnswer commit(School school, String code, boolean allowRemovals) throws IOException {
        var push = pushes.get(school, code);
        if (push.answer() != null) return push.answer();
        var files = push.order().files();
        var missing = pushes.missing(school, files);
        if (!missing.isEmpty()) return new PushAnswer.Wanted(missing);
        var contents = SchoolFolder.read(source.of(school, files), push.order().source(), kinds);
        if (contents.hasErrors()) return new PushAnswer.Faulty(contents.findings());
        var absent = source.absent(school, contents.outside());
        if (!absent.isEmpty()) return new PushAnswer.Faulty(absent);
        var lockFile = files.files().get(IdsLock.PATH);
        var lock = IdsLock.parse(lockFile == null ? "" : source.text(school, lockFile));
        try {
            return Objects.requireNonNull(
                    transaction.execute(_ -> write(school, code, contents, lock, allowRemovals)));
        } catch (Stopped stopped) {
            return stopped.answer();
        }
    }

    private PushAnswer write(
            School school, String code, SchoolFolder.Contents contents, IdsLock lock, boolean allowRemovals) {
        pushes.lock(school, code);
        var push = pushes.get(school, code);
        if (push.answer() != null) return push.answer();
        var written = writer.write(school, push, contents.items(), lock, allowRemovals);
        var revision = written.revision();
        if (!written.unchanged()) {
            listeners.forEach(listener -> listener.committed(school, revision, written.content()));
            audit.record(school, push.author(), Deed.PUSHED, Integer.toString(revision.number()));
        }
        var answer = new PushAnswer.Committed(
                revision.id(),
                revision.number(),
                written.unchanged(),
                previews.url(school, previews.create(school, revision.id(), push.author())),
                written.unchanged() ? RevisionSummary.NOTHING : revision.summary(),
                written.idsLock(),
                Stream.concat(contents.findings().stream(), written.remarks().stream()).sorted().toList());
        pushes.answer(school, code, answer);
        return answer;
    }
}
