package org.coursewright.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A school with a free course of two filmed lessons: `long`, 75 seconds with captions and chapters, then `short`.
final class Film {

    static final int SECONDS = 75;
    private static final String LONG = """
            ---
            free: true
            chapters: ["0:00 Hello", "0:20 Policies", "0:50 Roles"]
            ---
            # Long

            What is said in the film stands below it.
            """;

    final String school;

    Film(Installation installation, String slug) {
        this(installation, slug, () -> installation.run("school", "create", slug, "--owner", slug + "@example.org"));
    }

    /// @param school makes it
    Film(Installation installation, String slug, Runnable school) {
        school.run();
        var token = Installation.found(
                installation.run("token", "create", "--school", slug), "(?m)^\\s*(\\S{20,})\\s*$");
        var folder = installation.folder(slug + "-school");
        try {
            var course = Files.createDirectories(folder.resolve("courses/film"));
            Files.writeString(course.resolve("1-long.md"), LONG);
            Files.writeString(course.resolve("1-long.en.vtt"), captions());
            Files.writeString(course.resolve("2-short.md"), "---\nfree: true\n---\n# Short\n\nThe end.\n");
            draw(installation, course.resolve("1-long.mp4"), SECONDS, "testsrc2=size=854x480:rate=24");
            draw(installation, course.resolve("2-short.mp4"), 12, "smptebars=size=854x480:rate=24");
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        installation.run("push", folder.toString(), "--school", slug, "--url", installation.platform(""), "--token", token,
                "--publish", "--wait");
        this.school = installation.school(slug, "");
    }

    /// A line every five seconds.
    private static String captions() {
        var text = new StringBuilder("WEBVTT\n");
        for (int at = 0; at < SECONDS; at += 5)
            text.append(String.format("\n00:%02d:%02d.000 --> 00:%02d:%02d.500\nLine at second %d\n", at / 60, at % 60,
                    (at + 4) / 60, (at + 4) % 60, at));
        return text.toString();
    }

    /// By the ffmpeg that the program has unpacked.
    private static void draw(Installation installation, Path file, int seconds, String picture) throws IOException {
        var ffmpeg = installation.ffmpeg();
        var command = new ArrayList<>(List.of(ffmpeg.toString(), "-v", "error", "-y", "-f", "lavfi", "-i", picture, "-f",
                "lavfi", "-i", "sine=frequency=330:sample_rate=48000", "-t", "" + seconds, "-c:v", "libx264", "-preset",
                "ultrafast", "-crf", "30", "-g", "96", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "64k"));
        command.add(file.toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LD_LIBRARY_PATH", ffmpeg.getParent().toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) throw new AssertionError(said);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
