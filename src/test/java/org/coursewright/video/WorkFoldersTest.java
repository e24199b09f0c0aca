package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coursewright.platform.Settings;
import org.coursewright.video.ffmpeg.ProcessNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFoldersTest {

    @TempDir
    Path data;

    @Test
    void theWorkOfACrashIsRemovedAndItsEncoderEnded() throws Exception {
        var folders = folders();
        var crashed = folders.open();
        var encoder = new ProcessBuilder("sleep", "60").start();
        ProcessNote.write(crashed.path().resolve("child"), encoder.toHandle());
        Files.writeString(crashed.path().resolve("owner"), "999999999 1999-01-01T00:00:00Z");
        folders.start();
        assertThat(encoder.waitFor()).isEqualTo(128 + 9);
        assertThat(crashed.path()).doesNotExist();
    }

    @Test
    void theWorkOfALivingProcessIsItsOwn() throws Exception {
        var folders = folders();
        var own = folders.open();
        folders.start();
        assertThat(own.path()).exists();
        own.close();
        assertThat(own.path()).doesNotExist();
    }

    private WorkFolders folders() {
        return new WorkFolders(
                new Settings(data, URI.create("http://localhost:8080"), Settings.Role.ALL, false, null, null));
    }
}
