package org.coursewright.video;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coursewright.identity.Author;
import org.coursewright.job.Jobs;
import org.coursewright.outbound.WebAddress;
import org.coursewright.platform.Notices;
import org.coursewright.platform.RandomCode;
import org.coursewright.school.School;
import org.coursewright.storage.Intake;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Videos that the server fetches for a school, as people ask for them, stop them and ask again.
@Repository
class Imports {

    static final String TOPIC = "import";
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Notices notices;
    private final Intake intake;

    Imports(JdbcClient jdbc, Jobs jobs, Notices notices, Intake intake) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.notices = notices;
        this.intake = intake;
    }

    /// Puts an address in the queue. The same one again, while it is fetched, is left as it is.
    ///
    /// @return whether the school has not too many of them already
    @Transactional
    boolean add(Author author, WebAddress address) {
        var code = RandomCode.readable(12);
        var school = author.school();
        var rows = jdbc.sql("""
                insert into video_import (school_id, code, address, name, created_by, created_at)
                select :school, :code, :address, :name, :by, db_now()
                where not exists (select from video_import
                                  where school_id = :school and address = :address and state <> 'failed')
                  and (select count(*) from video_import where school_id = :school) < :most
                """)
                .param("school", school.id())
                .param("code", code)
                .param("address", address.toString())
                .param("name", address.name().isEmpty() ? address.host() : address.name())
                .param("by", author.account().email().value())
                .param("most", MOST)
                .update();
        if (rows > 0) enqueue(new ImportVideo(school.id(), code, 0));
        return rows > 0 || all(school).size() < MOST;
    }

    /// All of a school, the newest first.
    List<Import> all(School school) {
        return jdbc.sql("""
                select *
                from video_import
                where school_id = :school
                order by created_at desc, code
                limit 1000
                """)
                .param("school", school.id())
                .query(Imports::read)
                .list();
    }

    Optional<Import> find(School school, String code) {
        return jdbc.sql("select * from video_import where school_id = :school and code = :code")
                .param("school", school.id())
                .param("code", code)
                .query(Imports::read)
                .optional();
    }

    /// Goes on with one that failed, where it stopped. Nothing happens to one that did not.
    @Transactional
    void retry(School school, String code) {
        var tries = jdbc.sql("""
                update video_import
                set state = 'waiting', tries = tries + 1, run = run + 1, seconds_left = null, remark = '',
                    remark_arguments = '{}'
                where school_id = :school and code = :code and state = 'failed'
                returning tries
                """)
                .param("school", school.id())
                .param("code", code)
                .query((row, _) -> row.getInt("tries"))
                .optional();
        if (tries.isEmpty()) return;
        enqueue(new ImportVideo(school.id(), code, tries.get()));
        tell(school.id(), code);
    }

    /// Stops one on its way; whoever fetches it sees that soon. What came is kept for another try.
    @Transactional
    void cancel(School school, String code) {
        var stopped = jdbc.sql("""
                update video_import
                set state = 'failed', tries = tries + 1, run = run + 1, seconds_left = null,
                    remark = 'video.import.cancelled', remark_arguments = '{}'
                where school_id = :school and code = :code and state <> 'failed'
                """)
                .param("school", school.id())
                .param("code", code)
                .update();
        if (stopped > 0) tell(school.id(), code);
    }

    /// Forgets one that is not being fetched, and what came of it.
    @Transactional
    void remove(School school, String code) throws IOException {
        var upload = jdbc.sql("""
                delete from video_import
                where school_id = :school and code = :code and state = 'failed'
                returning coalesce(upload, '') as upload
                """)
                .param("school", school.id())
                .param("code", code)
                .query((row, _) -> row.getString("upload"))
                .optional();
        if (upload.isPresent()) intake.forget(school, upload.get());
    }

    /// Those that wait, and should therefore stand in the queue.
    List<ImportVideo> waiting() {
        return jdbc.sql("""
                select school_id, code, tries
                from video_import
                where state = 'waiting'
                order by created_at
                limit 1000
                """)
                .query((row, _) -> new ImportVideo(row.getLong("school_id"), row.getString("code"),
                        row.getInt("tries")))
                .list();
    }

    void enqueue(ImportVideo work) {
        jobs.enqueue(ImportVideo.KIND, work.key(), work);
    }

    void tell(long school, String code) {
        notices.publish(TOPIC, school + " " + code);
    }

    private static Import read(ResultSet row, int number) throws SQLException {
        var left = row.getInt("seconds_left");
        var leftKnown = !row.wasNull();
        var remark = row.getString("remark");
        return new Import(
                row.getString("code"),
                WebAddress.parse(row.getString("address")).orElseThrow(),
                row.getString("name"),
                Import.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("upload"),
                row.getLong("size"),
                row.getLong("received"),
                leftKnown ? Duration.ofSeconds(left) : null,
                row.getString("version"),
                remark.isEmpty()
                        ? null
                        : new Remark(remark, List.of((String[]) row.getArray("remark_arguments").getArray())),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
