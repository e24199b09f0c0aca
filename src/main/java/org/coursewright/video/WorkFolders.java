package org.coursewright.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coursewright.platform.Settings;
import org.coursewright.video.ffmpeg.ProcessNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The work folders of this node. At the start those that a crash left behind are removed, and the encoders that still
/// write into them are ended; folders of a process that lives are its own.
@Component
class WorkFolders implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WorkFolders.class);
    private static final String OWNER = "owner";

    private final Path home;
    private final boolean works;
    private volatile boolean running;

    WorkFolders(Settings settings) {
        this.home = settings.data().resolve("tmp").resolve("video");
        this.works = settings.role().works();
    }

    WorkFolder open() throws IOException {
        Files.createDirectories(home);
        var path = Files.createTempDirectory(home, "attempt-");
        ProcessNote.write(path.resolve(OWNER), ProcessHandle.current());
        return new WorkFolder(path);
    }

    void sweep() throws IOException {
        if (!Files.isDirectory(home)) return;
        List<Path> left;
        try (var folders = Files.list(home)) {
            left = folders.toList();
        }
        for (var path : left) {
            if (ProcessNote.read(path.resolve(OWNER)).filter(ProcessNote::alive).isPresent()) continue;
            ProcessNote.endOrphan(path);
            new WorkFolder(path).close();
            log.info("removed the work of an encode that a crash cut off");
        }
    }

    @Override
    public void start() {
        running = true;
        try {
            if (works) sweep();
        } catch (IOException failed) {
            log.warn("the work of earlier encodes could not be removed", failed);
        }
    }

    /// Before the workers, which begin to fill folders.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
