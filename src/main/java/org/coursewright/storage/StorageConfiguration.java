package org.coursewright.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.coursewright.platform.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses the storage by the prefix of `COURSEWRIGHT_STORAGE`: `file:` is the data folder, `file:/path` another one.
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    Storage storage(Settings settings, @Value("${coursewright.storage:file:}") String address) throws IOException {
        if (!address.startsWith("file:"))
            throw new IllegalArgumentException(
                    "COURSEWRIGHT_STORAGE must be 'file:' or 'file:/a/folder', not '" + address + "'");
        var folder = address.substring("file:".length());
        return new LocalStorage(folder.isEmpty() ? settings.data().resolve("storage") : Path.of(folder));
    }
}
