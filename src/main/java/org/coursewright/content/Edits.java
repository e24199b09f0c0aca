package org.coursewright.content;

import java.io.IOException;
import java.util.TreeMap;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.RandomCode;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Changes files on the server, by the way that every push goes: what comes of it is read, checked and committed alike.
@Component
public class Edits {

    private static final int TRIES = 3;

    private final Revisions revisions;
    private final Trees trees;
    private final NewerFiles newerFiles;
    private final Pushes pushes;
    private final Commits commits;
    private final Publications publications;

    Edits(
            Revisions revisions,
            Trees trees,
            NewerFiles newerFiles,
            Pushes pushes,
            Commits commits,
            Publications publications) {
        this.revisions = revisions;
        this.trees = trees;
        this.newerFiles = newerFiles;
        this.pushes = pushes;
        this.commits = commits;
        this.publications = publications;
    }

    /// Makes a revision on top of the newest one, and publishes it where that one was live: else somebody holds back
    /// what is newer. The same edit again changes nothing.
    ///
    /// @param author who, for people
    /// @return never [PushAnswer.Removing]; [PushAnswer.Stale] when one of these very files is newer than the base
    /// @throws NotFound when there is no such base
    public PushAnswer apply(School school, Edit edit, String author) throws IOException {
        var base = revisions.find(school, edit.source(), edit.base()).orElseThrow(NotFound::new);
        var answer = attempt(school, edit, base, author);
        for (var tries = 1; tries < TRIES && answer instanceof PushAnswer.Stale stale && !touches(edit, stale); tries++)
            answer = attempt(school, edit, base, author); // a push of other files came between
        return answer;
    }

    private PushAnswer attempt(School school, Edit edit, Revision base, String author) throws IOException {
        var head = revisions.head(school, edit.source()).orElseThrow(NotFound::new);
        var files = new TreeMap<>(trees.of(school, head).files());
        files.putAll(edit.files());
        var tree = new Tree(files);
        var newer = newerFiles.since(school, head, base.number(), tree);
        if (!newer.isEmpty()) return new PushAnswer.Stale(head.number(), newer);
        var order = new PushOrder(RandomCode.of(12), edit.source(), head.number(), edit.message(), tree);
        var begun = pushes.begin(school, order, author);
        if (!(begun instanceof PushAnswer.Wanted)) return begun;
        var answer = commits.commit(school, order.code(), true);
        if (answer instanceof PushAnswer.Committed committed && head.live())
            publications.publish(school, revisions.get(school, committed.revisionId()), author);
        return answer;
    }

    private static boolean touches(Edit edit, PushAnswer.Stale stale) {
        return stale.files().stream().anyMatch(file -> edit.files().containsKey(file.path()));
    }
}
