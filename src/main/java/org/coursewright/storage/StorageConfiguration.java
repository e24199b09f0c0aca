package org.coursewright.storage;

import java.io.IOException;
import org.coursewright.platform.Settings;
import org.coursewright.platform.WrongSetting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses the storage by the prefix of `COURSEWRIGHT_STORAGE`: `file:` is the data folder, `file:/path` another one,
/// `s3://bucket` a bucket.
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    Storage storage(Settings settings, @Value("${coursewright.storage:file:}") String address) throws IOException {
        if (address.startsWith("s3:")) return s3(settings, address);
        return new LocalStorage(StorageFolder.of(settings.data(), address).orElseThrow(() -> new WrongSetting(
                "COURSEWRIGHT_STORAGE must be 'file:', 'file:/a/folder' or 's3://bucket?region=…', not '" + address
                        + "'")));
    }

    /// Apart, so that without a bucket not one class of the SDK is loaded.
    private static Storage s3(Settings settings, String address) throws IOException {
        return new S3Storage(S3Bucket.open(S3Address.parse(address)), settings.data().resolve("tmp/storage"));
    }
}
