package org.coursewright.video.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running process, written down so that it is known again after a crash. Its start time is part of the note: by then
/// its number may belong to somebody else.
public record ProcessNote(long pid, String startedAt) {

    private static final Logger log = LoggerFactory.getLogger(ProcessNote.class);
    private static final String CHILD = "child";

    public static void write(Path file, ProcessHandle process) throws IOException {
        Files.writeString(file, process.pid() + " " + start(process));
    }

    public static Optional<ProcessNote> read(Path file) throws IOException {
        if (!Files.exists(file)) return Optional.empty();
        var words = Files.readString(file).strip().split(" ", -1);
        if (words.length != 2 || !words[0].matches("\\d{1,18}")) return Optional.empty();
        return Optional.of(new ProcessNote(Long.parseLong(words[0]), words[1]));
    }

    static Path child(Path folder) {
        return folder.resolve(CHILD);
    }

    /// Ends the encoder that a crash left running in this work folder.
    public static void endOrphan(Path folder) throws IOException {
        var orphan = read(child(folder)).flatMap(ProcessNote::process);
        orphan.ifPresent(process -> {
            log.info("ending ffmpeg {} that a crash left behind", process.pid());
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    public boolean alive() {
        return process().isPresent();
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(process -> process.isAlive() && start(process).equals(startedAt));
    }

    private static String start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("?");
    }
}
