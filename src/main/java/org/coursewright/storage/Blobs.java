package org.coursewright.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Files of schools by hash: the same bytes are kept once for each school. The object is stored before its row.
@Repository
public class Blobs {

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

    public Blob put(School school, byte[] bytes, String mediaType) throws IOException {
        var blob = new Blob(Hash.of(bytes), bytes.length, mediaType);
        if (find(school, blob.hash()).isEmpty()) {
            var part = storage.scratch();
            try {
                Files.write(part, bytes);
                storage.put(Blob.key(school, blob.hash()), part);
            } finally {
                Files.deleteIfExists(part);
            }
        }
        record(school, blob);
        return blob;
    }

    /// Keeps a file that has come in parts and whose hash was checked.
    void put(School school, PartialObject whole, Blob blob) throws IOException {
        if (find(school, blob.hash()).isPresent()) whole.delete();
        else
            whole.become(Blob.key(school, blob.hash()));
        record(school, blob);
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
