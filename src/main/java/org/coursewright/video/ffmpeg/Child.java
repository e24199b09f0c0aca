package org.coursewright.video.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running ffmpeg, written down beside its work so that after a crash it can be found and ended. Its start time is part
/// of the note: by then its number may belong to somebody else.
public record Child(Path note) {

    private static final Logger log = LoggerFactory.getLogger(Child.class);
    private static final String NOTE = "child";

    static Child record(Path folder, ProcessHandle process) throws IOException {
        var note = folder.resolve(NOTE);
        Files.writeString(note, process.pid() + " " + process.info().startInstant().map(Instant::toString).orElse("?"));
        return new Child(note);
    }

    void forget() throws IOException {
        Files.deleteIfExists(note);
    }

    /// Ends what a crash left running in this work folder.
    public static void endOrphan(Path folder) throws IOException {
        var note = folder.resolve(NOTE);
        if (!Files.exists(note)) return;
        var words = Files.readString(note).strip().split(" ", -1);
        if (words.length == 2 && words[0].matches("\\d{1,18}"))
            ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> process.info().startInstant().map(Instant::toString).orElse("").equals(words[1]))
                    .ifPresent(process -> {
                        log.info("ending ffmpeg {} that a crash left behind", process.pid());
                        process.destroyForcibly();
                    });
        Files.delete(note);
    }
}
