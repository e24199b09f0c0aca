package org.coursewright.storage;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.platform.RandomCode;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Files on their way.
@Repository
public class Uploads {

    /// A sender that says nothing for so long is gone: longer than the web server waits for bytes.
    private static final Duration LEASE = Duration.ofSeconds(25);
    private static final int CODE_BYTES = 24;
    private static final int SWEPT_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Storage storage;
    private final UploadLimits limits;

    Uploads(JdbcClient jdbc, Storage storage, UploadLimits limits) {
        this.jdbc = jdbc;
        this.storage = storage;
        this.limits = limits;
    }

    Upload create(Uploader uploader, long size, UploadMetadata metadata) {
        return jdbc.sql("""
                        insert into upload
                            (school_id, code, size, hash, name, media_type, created_by, created_at, expires_at)
                        values
                            (:school, :code, :size, :hash, :name, :mediaType, :by, db_now(), db_now() + make_interval(secs => :patience))
                        returning *, false as expired
                        """)
                .param("school", uploader.school().id())
                .param("code", RandomCode.of(CODE_BYTES))
                .param("size", size)
                .param("hash", metadata.hash() == null ? null : metadata.hash().hex())
                .param("name", metadata.name())
                .param("mediaType", metadata.mediaType())
                .param("by", uploader.name())
                .param("patience", seconds(limits.patience()))
                .query(Uploads::read)
                .single();
    }

    Optional<Upload> find(School school, String code) {
        return jdbc.sql("""
                        select *, expires_at < (select db_now()) as expired
                        from upload
                        where school_id = :school and code = :code
                        """)
                .param("school", school.id())
                .param("code", code)
                .query(Uploads::read)
                .optional();
    }

    /// A file that came whole; absent before, and some days after.
    public Optional<Received> received(School school, String code) {
        return find(school, code)
                .filter(Upload::finished)
                .flatMap(upload -> upload.blob().map(blob -> new Received(upload.code(), upload.name(), blob)));
    }

    /// The files that came whole in the last days, the newest first, each once.
    public List<Received> received(School school) {
        return jdbc.sql("""
                        select *, false as expired
                        from upload
                        where school_id = :school
                          and finished_at is not null
                          and expires_at > (select db_now())
                          and not exists (
                              select from upload as newer
                              where newer.school_id = :school
                                and newer.hash = upload.hash
                                and (newer.finished_at, newer.code) > (upload.finished_at, upload.code))
                        order by finished_at desc, hash
                        limit 500
                        """)
                .param("school", school.id())
                .query(Uploads::read)
                .list()
                .stream()
                .flatMap(upload -> upload.blob().map(blob -> new Received(upload.code(), upload.name(), blob)).stream())
                .toList();
    }

    /// Bytes that the school may still store; what is on its way counts as stored.
    public long quota(School school) {
        return limits.school().toBytes() - jdbc.sql("""
                        select (select coalesce(sum(size), 0) from blob where school_id = :school)
                             + (select coalesce(sum(size), 0) from upload
                                where school_id = :school and finished_at is null and expires_at > (select db_now())) as used
                        """)
                .param("school", school.id())
                .query((row, _) -> row.getLong("used"))
                .single();
    }

    /// Takes the upload for one sender; absent when another one has it.
    Optional<Upload> lock(Upload upload, String lock) {
        return jdbc.sql("""
                        update upload set locked_by = :lock, locked_until = db_now() + make_interval(secs => :lease)
                        where school_id = :school
                          and code = :code
                          and (locked_until is null or locked_until < (select db_now()))
                        returning *, false as expired
                        """)
                .param("school", upload.schoolId())
                .param("code", upload.code())
                .param("lock", lock)
                .param("lease", seconds(LEASE))
                .query(Uploads::read)
                .optional();
    }

    /// Tells what is safe, and holds the lock for so much longer.
    ///
    /// @return whether the lock is still held
    boolean save(Upload upload, String lock, long received, Duration lease) {
        return jdbc.sql("""
                        update upload
                        set received = :received,
                            locked_until = db_now() + make_interval(secs => :lease),
                            expires_at = greatest(expires_at, db_now() + make_interval(secs => :patience))
                        where school_id = :school and code = :code and locked_by = :lock
                        """)
                .param("school", upload.schoolId())
                .param("code", upload.code())
                .param("lock", lock)
                .param("received", received)
                .param("lease", seconds(lease))
                .param("patience", seconds(limits.patience()))
                .update() == 1;
    }

    boolean save(Upload upload, String lock, long received) {
        return save(upload, lock, received, LEASE);
    }

    void unlock(Upload upload, String lock) {
        jdbc.sql("""
                        update upload set locked_by = null, locked_until = null
                        where school_id = :school and code = :code and locked_by = :lock
                        """)
                .param("school", upload.schoolId())
                .param("code", upload.code())
                .param("lock", lock)
                .update();
    }

    /// Tells the hash of a whole file, before it becomes a blob.
    void identify(Upload upload, Hash hash) {
        jdbc.sql("update upload set hash = :hash where school_id = :school and code = :code")
                .param("school", upload.schoolId())
                .param("code", upload.code())
                .param("hash", hash.hex())
                .update();
    }

    void finish(Upload upload) {
        jdbc.sql("update upload set finished_at = db_now() where school_id = :school and code = :code")
                .param("school", upload.schoolId())
                .param("code", upload.code())
                .update();
    }

    boolean exists(Upload upload) {
        return jdbc.sql("select exists (select from upload where school_id = :school and code = :code)")
                .param("school", upload.schoolId())
                .param("code", upload.code())
                .query(Boolean.class)
                .single();
    }

    void delete(Upload upload) throws IOException {
        try (var partial = storage.partial(upload.code())) {
            partial.delete();
        }
        jdbc.sql("delete from upload where school_id = :school and code = :code")
                .param("school", upload.schoolId())
                .param("code", upload.code())
                .update();
    }

    /// Forgets uploads that nobody goes on with, and their bytes.
    public void sweep() throws IOException {
        var expired = jdbc.sql("""
                        select *, true as expired
                        from upload
                        where expires_at < (select db_now()) - interval '1 day'
                        order by expires_at
                        limit :limit
                        """)
                .param("limit", SWEPT_AT_ONCE)
                .query(Uploads::read)
                .list();
        for (var upload : expired)
            delete(upload);
    }

    private static @Nullable Hash hash(@Nullable String hex) {
        return hex == null ? null : new Hash(hex);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Upload read(ResultSet row, int number) throws SQLException {
        return new Upload(
                row.getLong("school_id"),
                row.getString("code"),
                row.getLong("size"),
                row.getLong("received"),
                hash(row.getString("hash")),
                row.getString("name"),
                row.getString("media_type"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("expired"),
                row.getObject("finished_at") != null);
    }
}
