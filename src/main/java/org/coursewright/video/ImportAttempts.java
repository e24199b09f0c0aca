package org.coursewright.video;

import java.time.Duration;
import java.util.Optional;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What an attempt at fetching a file writes about itself. Each write holds only while the attempt is the newest: one that
/// was cancelled, or taken over after a crash, learns it from the answer `false`.
@Repository
class ImportAttempts {

    private final JdbcClient jdbc;
    private final Imports imports;

    ImportAttempts(JdbcClient jdbc, Imports imports) {
        this.jdbc = jdbc;
        this.imports = imports;
    }

    /// Begins an attempt, unless people asked for another start since.
    @Transactional
    Optional<ImportAttempt> start(School school, ImportVideo work) {
        var number = jdbc.sql("""
                update video_import
                set state = 'running', run = run + 1, seconds_left = null, remark = '', remark_arguments = '{}'
                where school_id = :school and code = :code and tries = :tries and state <> 'failed'
                returning run
                """)
                .param("school", school.id())
                .param("code", work.code())
                .param("tries", work.tries())
                .query((row, _) -> row.getInt("run"))
                .optional();
        if (number.isEmpty()) return Optional.empty();
        imports.tell(school.id(), work.code());
        return imports.find(school, work.code()).map(found -> new ImportAttempt(school, number.get(), found));
    }

    /// What the other server said of the file, before its first byte.
    @Transactional
    boolean begun(ImportAttempt attempt, String name, String upload, long size, String version) {
        return told(attempt, jdbc.sql("""
                update video_import
                set name = :name, upload = :upload, size = :size, received = 0, version = :version
                where school_id = :school and code = :code and run = :run
                """)
                .param("name", name)
                .param("upload", upload)
                .param("size", size)
                .param("version", version)
                .param("school", attempt.school().id())
                .param("code", attempt.found().code())
                .param("run", attempt.number())
                .update());
    }

    @Transactional
    boolean progress(ImportAttempt attempt, long received, @Nullable Duration left) {
        return told(attempt, jdbc.sql("""
                update video_import
                set received = least(size, :received), seconds_left = :left
                where school_id = :school and code = :code and run = :run
                """)
                .param("received", received)
                .param("left", left == null ? null : (int) Math.min(Integer.MAX_VALUE, left.toSeconds()))
                .param("school", attempt.school().id())
                .param("code", attempt.found().code())
                .param("run", attempt.number())
                .update());
    }

    /// It is an upload now.
    @Transactional
    boolean done(ImportAttempt attempt) {
        return told(attempt, jdbc.sql("""
                delete from video_import
                where school_id = :school and code = :code and run = :run
                """)
                .param("school", attempt.school().id())
                .param("code", attempt.found().code())
                .param("run", attempt.number())
                .update());
    }

    @Transactional
    boolean failed(ImportAttempt attempt, Remark reason) {
        return told(attempt, jdbc.sql("""
                update video_import
                set state = 'failed', seconds_left = null, remark = :remark, remark_arguments = :arguments
                where school_id = :school and code = :code and run = :run
                """)
                .param("remark", reason.key())
                .param("arguments", reason.arguments().toArray(String[]::new))
                .param("school", attempt.school().id())
                .param("code", attempt.found().code())
                .param("run", attempt.number())
                .update());
    }

    /// The queue gave up on it, with a reason that nobody wrote down yet.
    @Transactional
    void failed(ImportVideo work, Remark reason) {
        var rows = jdbc.sql("""
                update video_import
                set state = 'failed', seconds_left = null, remark = :remark, remark_arguments = :arguments
                where school_id = :school and code = :code and tries = :tries and state <> 'failed'
                """)
                .param("remark", reason.key())
                .param("arguments", reason.arguments().toArray(String[]::new))
                .param("school", work.school())
                .param("code", work.code())
                .param("tries", work.tries())
                .update();
        if (rows > 0) imports.tell(work.school(), work.code());
    }

    private boolean told(ImportAttempt attempt, int rows) {
        if (rows > 0) imports.tell(attempt.school().id(), attempt.found().code());
        return rows > 0;
    }
}
