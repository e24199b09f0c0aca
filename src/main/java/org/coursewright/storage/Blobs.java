package org.coursewright.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Files of schools by hash: the same bytes are kept once for each school. The object is stored before its row.
@Repository
public class Blobs {

    private static final int WRITERS = 16;

    private final JdbcClient jdbc;
    private final Storage storage;

    Blobs(JdbcClient jdbc, Storage storage) {
        this.jdbc = jdbc;
        this.storage = storage;
    }

    /// Keeps a file; the file itself may be gone afterwards.
    public Blob put(School school, Path file, String mediaType) throws IOException {
        return put(school, file, Hash.of(file), mediaType);
    }

    /// Keeps a file whose hash the caller has computed.
    public Blob put(School school, Path file, Hash hash, String mediaType) throws IOException {
        var blob = new Blob(hash, Files.size(file), mediaType);
        if (find(school, hash).isEmpty()) storage.put(Blob.key(school, hash), file);
        record(school, blob);
        return blob;
    }

    /// Keeps a copy; the file stays where it is.
    public Blob copy(School school, Path file, String mediaType) throws IOException {
        var blob = new Blob(Hash.of(file), Files.size(file), mediaType);
        if (find(school, blob.hash()).isEmpty()) {
            var part = storage.scratch();
            try {
                Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
                storage.put(Blob.key(school, blob.hash()), part);
            } catch (IOException fault) {
                throw StorageFull.from(fault);
            } finally {
                Files.deleteIfExists(part);
            }
        }
        record(school, blob);
        return blob;
    }

    public Blob put(School school, byte[] bytes, String mediaType) throws IOException {
        var blob = new Blob(Hash.of(bytes), bytes.length, mediaType);
        if (find(school, blob.hash()).isEmpty()) write(school, blob.hash(), bytes);
        record(school, blob);
        return blob;
    }

    /// Keeps many small files at once, with one statement for all of them.
    ///
    /// @param names a path for each hash, which tells the media type
    public void put(School school, Map<Hash, byte[]> files, Map<Hash, String> names) throws IOException {
        var missing = missing(school, files.keySet());
        try (var writers = Executors.newFixedThreadPool(WRITERS, Thread.ofVirtual().factory())) {
            var written = missing.stream()
                    .map(hash -> writers.submit(() -> {
                        write(school, hash, Objects.requireNonNull(files.get(hash)));
                        return hash;
                    }))
                    .toList();
            for (var one : written)
                one.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException fault) throw fault;
            throw new IOException(failed.getCause());
        }
        jdbc.sql("""
                        insert into blob (school_id, hash, size, media_type)
                        select :school, hash, size, media_type
                        from unnest(:hashes::text[], :sizes::bigint[], :mediaTypes::text[])
                             as fresh(hash, size, media_type)
                        on conflict (school_id, hash) do update set used_at = now()
                        """)
                .param("school", school.id())
                .param("hashes", files.keySet().stream().map(Hash::hex).toArray(String[]::new))
                .param("sizes", files.values().stream().map(bytes -> (long) bytes.length).toArray(Long[]::new))
                .param("mediaTypes", files.keySet().stream()
                        .map(hash -> MediaTypes.of(names.getOrDefault(hash, "")))
                        .toArray(String[]::new))
                .update();
    }

    /// Records a blob whose object is stored, where a process died before it did so. What has a hash for its key was
    /// checked before it was stored.
    ///
    /// @return whether the object is there
    boolean adopt(School school, Blob blob) throws IOException {
        var object = storage.find(Blob.key(school, blob.hash()));
        if (object.filter(stored -> stored.size() == blob.size()).isEmpty()) return false;
        record(school, blob);
        return true;
    }

    /// Keeps a file that has come in parts and whose hash was checked.
    void put(School school, PartialObject whole, Blob blob) throws IOException {
        if (find(school, blob.hash()).isPresent()) whole.delete();
        else
            whole.become(Blob.key(school, blob.hash()));
        record(school, blob);
    }

    /// Removes the file of an upload, unless the school had it before. The caller knows that it is used nowhere.
    void delete(School school, String upload) throws IOException {
        var hash = jdbc.sql("""
                        delete from blob
                        using upload
                        where blob.school_id = :school
                          and upload.school_id = :school
                          and upload.code = :upload
                          and blob.hash = upload.hash
                          and blob.created_at >= upload.created_at
                        returning blob.hash
                        """)
                .param("school", school.id())
                .param("upload", upload)
                .query((row, _) -> new Hash(row.getString("hash")))
                .optional();
        if (hash.isPresent()) storage.delete(Blob.key(school, hash.get()));
    }

    public Optional<Blob> find(School school, Hash hash) {
        return jdbc.sql("select hash, size, media_type from blob where school_id = :school and hash = :hash")
                .param("school", school.id())
                .param("hash", hash.hex())
                .query(Blobs::read)
                .optional();
    }

    /// Those of the hashes that the school does not have.
    public Set<Hash> missing(School school, Collection<Hash> hashes) {
        var missing = new HashSet<>(hashes);
        missing.removeAll(jdbc.sql("select hash from blob where school_id = :school and hash = any(:hashes)")
                .param("school", school.id())
                .param("hashes", hashes.stream().map(Hash::hex).toArray(String[]::new))
                .query((row, _) -> new Hash(row.getString("hash")))
                .list());
        return missing;
    }

    public Optional<StoredObject> open(School school, Hash hash) throws IOException {
        return storage.find(Blob.key(school, hash));
    }

    /// A small text file, whole.
    public Optional<String> text(School school, Hash hash) throws IOException {
        var object = open(school, hash);
        if (object.isEmpty()) return Optional.empty();
        try (var in = object.get().open()) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void write(School school, Hash hash, byte[] bytes) throws IOException {
        var part = storage.scratch();
        try {
            Files.write(part, bytes);
            storage.put(Blob.key(school, hash), part);
        } catch (IOException fault) {
            throw StorageFull.from(fault);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void record(School school, Blob blob) {
        jdbc.sql("""
                        insert into blob (school_id, hash, size, media_type)
                        values (:school, :hash, :size, :mediaType)
                        on conflict (school_id, hash) do update set used_at = now()
                        """)
                .param("school", school.id())
                .param("hash", blob.hash().hex())
                .param("size", blob.size())
                .param("mediaType", blob.mediaType())
                .update();
    }

    private static Blob read(ResultSet row, int number) throws SQLException {
        return new Blob(new Hash(row.getString("hash")), row.getLong("size"), row.getString("media_type"));
    }
}
