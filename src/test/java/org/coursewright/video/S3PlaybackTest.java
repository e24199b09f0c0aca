package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.coursewright.Program;
import org.coursewright.storage.S3Server;
import org.junit.jupiter.api.Test;

/// The same from a bucket: the encoder fetches the author's file, the player its ranges.
class S3PlaybackTest extends PlaybackTest {

    @Override
    Program start(Map<String, Object> beans) throws Exception {
        return new Program(data, beans, "--coursewright.storage=" + S3Server.shared().bucket());
    }

    @Test
    void nothingIsKeptOnTheDisk() {
        assertThat(data.resolve("storage")).doesNotExist();
        assertThat(data.resolve("tmp/storage")).isEmptyDirectory();
    }
}
