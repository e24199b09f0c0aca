package org.coursewright.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.coursewright.Program;
import org.coursewright.content.Commits;
import org.coursewright.content.IdsLock;
import org.coursewright.content.Publications;
import org.coursewright.content.PushAnswer;
import org.coursewright.content.PushOrder;
import org.coursewright.content.Pushes;
import org.coursewright.content.Revisions;
import org.coursewright.content.Tree;
import org.coursewright.content.TreeFile;
import org.coursewright.platform.Hash;
import org.coursewright.platform.RandomCode;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.storage.Blobs;
import org.jspecify.annotations.Nullable;

/// A school folder in memory that is pushed and published on a running program.
final class Press {

    final Map<String, byte[]> folder = new TreeMap<>();
    final School school;
    private final Program program;
    private @Nullable Integer base;

    Press(Program program, String slug) {
        this.program = program;
        this.school = program.bean(Schools.class).create(new Slug(slug), "School " + slug).orElseThrow();
    }

    Press with(String path, String text) {
        folder.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Press withAll(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                folder.put(root.relativize(file).toString(), Files.readAllBytes(file));
        }
        return this;
    }

    PushAnswer.Committed push() throws IOException {
        var files = new TreeMap<String, TreeFile>();
        var bytes = new HashMap<Hash, byte[]>();
        folder.forEach((path, content) -> {
            files.put(path, new TreeFile(Hash.of(content), content.length));
            bytes.put(Hash.of(content), content);
        });
        var code = RandomCode.of(12);
        program.bean(Pushes.class)
                .begin(school, new PushOrder(code, "", base, "", new Tree(files)), "ada@example.org");
        program.bean(Blobs.class).put(school, bytes, Map.of());
        var answer = program.bean(Commits.class).commit(school, code, true);
        if (!(answer instanceof PushAnswer.Committed committed)) throw new IllegalStateException(answer.toString());
        base = committed.number();
        with(IdsLock.PATH, committed.idsLock());
        return committed;
    }

    void publish() throws IOException {
        var pushed = push();
        var revision = program.bean(Revisions.class).get(school, pushed.revisionId());
        program.bean(Publications.class).publish(school, revision, "ada@example.org");
    }
}
