package org.coursewright.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.coursewright.storage.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What is being pushed: first the list of files, then the missing ones, then the commit.
@Repository
public class Pushes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Revisions revisions;
    private final Trees trees;
    private final NewerFiles newerFiles;
    private final Blobs blobs;
    private final Uploads uploads;

    Pushes(
            JdbcClient jdbc,
            Revisions revisions,
            Trees trees,
            NewerFiles newerFiles,
            Blobs blobs,
            Uploads uploads) {
        this.jdbc = jdbc;
        this.revisions = revisions;
        this.trees = trees;
        this.newerFiles = newerFiles;
        this.blobs = blobs;
        this.uploads = uploads;
    }

    /// Begins a push, or finds the one that was begun with this code.
    ///
    /// @return [PushAnswer.Wanted], or why it cannot be
    @Transactional
    public PushAnswer begin(School school, PushOrder order, String author) {
        var begun = jdbc.sql("""
                        select answer is not null as answered, files = :files::jsonb as same
                        from push
                        where school_id = :school and code = :code
                        """)
                .param("school", school.id())
                .param("code", order.code())
                .param("files", order.files().json())
                .query((row, _) -> new Begun(row.getBoolean("answered"), row.getBoolean("same")))
                .optional();
        if (begun.isPresent() && !begun.get().same())
            return new PushAnswer.Refused("The code " + order.code() + " was used for a push of other files.");
        if (begun.isPresent() && begun.get().answered()) return new PushAnswer.Wanted(List.of());
        var obstacle = obstacle(school, order);
        if (obstacle.isPresent()) return obstacle.get();
        jdbc.sql("""
                        insert into push (school_id, code, source_path, base_number, files, message, author, created_at)
                        values (:school, :code, :source, :base, :files::jsonb, :message, :author, db_now())
                        on conflict (school_id, code) do nothing
                        """)
                .param("school", school.id())
                .param("code", order.code())
                .param("source", order.source())
                .param("base", order.base())
                .param("files", order.files().json())
                .param("message", order.message())
                .param("author", author)
                .update();
        return new PushAnswer.Wanted(missing(school, order.files()));
    }

    /// Why a push cannot become a revision, as far as its list of files tells.
    Optional<PushAnswer> obstacle(School school, PushOrder order) {
        var overlap = overlap(school, order);
        if (overlap.isPresent()) return overlap;
        var stale = stale(school, order);
        if (stale.isPresent()) return stale;
        var missing = new HashSet<>(missing(school, order.files()));
        long bytes = order.files().files().values().stream()
                .filter(file -> missing.contains(file.sha256()))
                .mapToLong(TreeFile::size)
                .sum();
        return bytes <= uploads.quota(school)
                ? Optional.empty()
                : Optional.of(new PushAnswer.Refused("These files need " + Math.ceilDiv(bytes, 1_000_000)
                        + " MB more than the school has; its room is used up. Ask who runs this server for more."));
    }

    /// Hashes of files that the school does not have.
    List<String> missing(School school, Tree files) {
        var hashes = files.files().values().stream().map(TreeFile::hash).distinct().toList();
        return blobs.missing(school, hashes).stream().map(Hash::hex).sorted().toList();
    }

    /// The files of a push by hash, each with a path.
    public Map<Hash, String> names(School school, String code) {
        var names = new HashMap<Hash, String>();
        get(school, code).order().files().files().forEach((path, file) -> names.putIfAbsent(file.hash(), path));
        return names;
    }

    /// Whether a push of the last 30 days names a file, be it one that was never committed.
    public boolean name(School school, Hash file) {
        return jdbc.sql("""
                        select exists (
                            select from push
                            where school_id = :school and position(:hash in files::text) > 0) as named
                        """)
                .param("school", school.id())
                .param("hash", file.hex())
                .query((row, _) -> row.getBoolean("named"))
                .single();
    }

    Push get(School school, String code) {
        return jdbc.sql("""
                        select code, source_path, base_number, message, files, author, answer
                        from push
                        where school_id = :school and code = :code
                        """)
                .param("school", school.id())
                .param("code", code)
                .query((row, _) -> new Push(
                        new PushOrder(
                                row.getString("code"),
                                row.getString("source_path"),
                                (Integer) row.getObject("base_number"),
                                row.getString("message"),
                                Tree.parse(row.getString("files"))),
                        row.getString("author"),
                        answer(row.getString("answer"))))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// Waits for a commit of the same push that runs at this moment.
    void lock(School school, String code) {
        jdbc.sql("select code from push where school_id = :school and code = :code for update")
                .param("school", school.id())
                .param("code", code)
                .query((row, _) -> row.getString("code"))
                .single();
    }

    void answer(School school, String code, PushAnswer.Committed answer) {
        jdbc.sql("update push set answer = :answer::jsonb where school_id = :school and code = :code")
                .param("school", school.id())
                .param("code", code)
                .param("answer", JSON.writeValueAsString(answer))
                .update();
    }

    /// Forgets pushes that nobody repeats any more.
    public void sweep() {
        jdbc.sql("delete from push where created_at < (select db_now()) - interval '30 days'").update();
    }

    /// What is newer on the server must be among what is sent, word for word: then nothing of it is lost.
    private Optional<PushAnswer> stale(School school, PushOrder order) {
        var head = revisions.head(school, order.source());
        int number = head.map(Revision::number).orElse(0);
        int base = order.base() == null ? 0 : order.base();
        if (base == number) return Optional.empty();
        if (head.isEmpty())
            return Optional.of(new PushAnswer.Refused("The school has no revision " + base
                    + (order.source().isEmpty() ? "" : " at " + order.source()) + ". Is this the right school?"));
        var newer = newerFiles.since(school, head.get(), base, order.files());
        return newer.isEmpty() ? Optional.empty() : Optional.of(new PushAnswer.Stale(number, newer));
    }

    /// A file must not come from two sources.
    private Optional<PushAnswer> overlap(School school, PushOrder order) {
        for (var head : revisions.heads(school)) {
            boolean outside = isWithin(head.sourcePath(), order.source());
            boolean inside = isWithin(order.source(), head.sourcePath());
            if (outside && holds(order.files(), order.source(), head.sourcePath()))
                return Optional.of(twice(head.sourcePath(), order.source()));
            if (inside && holds(trees.of(school, head), head.sourcePath(), order.source()))
                return Optional.of(twice(order.source(), head.sourcePath()));
        }
        return Optional.empty();
    }

    private static boolean isWithin(String inner, String outer) {
        return !inner.equals(outer) && (outer.isEmpty() || inner.startsWith(outer + "/"));
    }

    private static boolean holds(Tree files, String root, String folder) {
        var prefix = folder.substring(root.isEmpty() ? 0 : root.length() + 1) + "/";
        return files.files().keySet().stream().anyMatch(path -> path.startsWith(prefix));
    }

    private static PushAnswer twice(String inner, String outer) {
        return new PushAnswer.Refused("The files of " + inner + " come both from there and from "
                + (outer.isEmpty() ? "the folder of the whole school" : outer) + ". Leave them out of one of the two.");
    }

    private static PushAnswer.@Nullable Committed answer(@Nullable String json) {
        return json == null ? null : (PushAnswer.Committed) JSON.readValue(json, PushAnswer.class);
    }

    private record Begun(boolean answered, boolean same) {}
}
