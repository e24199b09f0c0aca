package org.coursewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.coursewright.platform.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3AddressTest {

    @Test
    void aBucketAtAwsIsNamedByItsRegion() {
        assertThat(S3Address.parse("s3://ada.example?region=eu-central-1"))
                .isEqualTo(new S3Address("ada.example", "eu-central-1", Optional.empty(), ""));
    }

    @Test
    void anotherServerIsNamedByItsAddress() {
        assertThat(S3Address.parse("s3://ada?endpoint=https://s3.example.org:9000&prefix=a/b/"))
                .isEqualTo(new S3Address(
                        "ada", "us-east-1", Optional.of(URI.create("https://s3.example.org:9000")), "a/b/"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s3://                                        | Expected authority at character 6
            s3:ada?region=x                              | it names no bucket
            s3://Ada?region=x                            | it names no bucket
            s3://key:secret@ada?region=x                 | keys are not part of it
            s3://ada                                     | it needs a region
            s3://ada/folder?region=x                     | no path follows the bucket
            s3://ada?region=                             | region is none
            s3://ada?region=x&colour=red                 | all the options there are
            s3://ada?endpoint=s3.example.org             | endpoint must begin with https://
            s3://ada?endpoint=https://a:b@s3.example.org | endpoint must begin with https://
            s3://ada?region=x&prefix=../up               | prefix must be a path
            s3://ada?region=a b                          | Illegal character in query at character 18
            """)
    void whatIsWrongIsToldInASentence(String setting, String reason) {
        assertThatThrownBy(() -> S3Address.parse(setting))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("COURSEWRIGHT_STORAGE must look like s3://bucket?region=eu-central-1 or")
                .hasMessageContaining(reason);
    }

    @Test
    void noOtherStorageIsKnown(@TempDir Path data) {
        assertThatThrownBy(() -> new StorageConfiguration().storage(StorageFixture.settings(data), "ftp://ada"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("must be 'file:', 'file:/a/folder' or 's3://bucket?region=…', not 'ftp://ada'");
    }
}
