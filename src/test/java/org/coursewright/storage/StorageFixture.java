package org.coursewright.storage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.coursewright.platform.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/// A storage in a folder, for tests without the container.
public final class StorageFixture {

    private StorageFixture() {}

    public static Blobs blobs(JdbcClient jdbc, Path data) throws IOException {
        return new Blobs(jdbc, new LocalStorage(data));
    }

    public static Uploads uploads(JdbcClient jdbc, Path data) throws IOException {
        var limits = new UploadLimits(DataSize.ofGigabytes(1), DataSize.ofGigabytes(1), Duration.ofDays(1));
        return new Uploads(jdbc, new LocalStorage(data), limits);
    }

    public static Settings settings(Path data) {
        return new Settings(data, URI.create("http://localhost:8080"), Settings.Role.ALL, false, null, null);
    }
}
