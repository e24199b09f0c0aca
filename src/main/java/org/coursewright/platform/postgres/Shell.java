package org.coursewright.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Short commands of the system, run to their end.
final class Shell {

    private Shell() {}

    /// What the command printed; fails with it when the command fails.
    static String run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            int code = process.waitFor();
            if (code != 0) throw new IOException(String.join(" ", command) + ": exit " + code + ": " + printed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException("interrupted: " + String.join(" ", command), stop);
        }
        return printed;
    }

    static Optional<String> attempt(String... command) {
        try {
            return Optional.of(run(List.of(command)));
        } catch (IOException failed) {
            return Optional.empty();
        }
    }
}
