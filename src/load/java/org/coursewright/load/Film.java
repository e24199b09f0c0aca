package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coursewright.video.ffmpeg.Clips;

/// Recordings as teachers make them: an editor full of code that scrolls now and then, and somebody in the corner who
/// moves all the time; 1080p at 30 frames a second, and sound like speech. Drawn once for each build folder.
final class Film {

    private static final int SECONDS = 24;
    private static final List<Path> FONTS = List.of(
            Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"),
            Path.of("/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf"));

    private final Path folder;
    private final Path lesson;

    /// @param home of the project, whose own code is what the editor shows
    Film(Path home, Path work) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(work.resolve("film"));
        var drawn = folder.resolve("lesson.mp4");
        this.lesson = Files.exists(drawn) ? drawn : draw(home);
    }

    /// H.264 and AAC, as a screen recorder writes it.
    Path lesson() {
        return lesson;
    }

    /// The same streams in a container whose times are not exact, so that every picture has to be made; the number
    /// makes it another file.
    Path toEncode(int number) throws IOException, InterruptedException {
        return copied("encode-" + number + ".ts", 1, number);
    }

    /// The same file under another title: to the program a new video.
    Path toKeep(int number) throws IOException, InterruptedException {
        return copied("keep-" + number + ".mp4", 1, number);
    }

    /// Ten minutes of it.
    Path long10() throws IOException, InterruptedException {
        return copied("ten-minutes.mp4", 10 * 60 / SECONDS, 0);
    }

    /// Five minutes and some, to be encoded.
    Path long5ToEncode() throws IOException, InterruptedException {
        return copied("five-minutes.ts", 5 * 60 / SECONDS + 1, 0);
    }

    private Path copied(String name, int times, int number) throws IOException, InterruptedException {
        return Clips.make(folder, name, "-stream_loop", "" + (times - 1), "-i", lesson.toString(), "-c", "copy",
                "-metadata", "title=Film " + number, "-metadata", "service_name=Film " + number);
    }

    private Path draw(Path home) throws IOException, InterruptedException {
        var text = Files.write(folder.resolve("text.txt"), code(home));
        var font = FONTS.stream().filter(Files::exists).findFirst()
                .orElseThrow(() -> new IOException("A font for the screen is missing: apt-get install fonts-dejavu-core"));
        var screen = "color=0x1e1e2e:s=1920x1080:r=30:d=" + SECONDS + ",drawtext=fontfile=" + font + ":textfile=" + text
                + ":expansion=none:fontsize=26:fontcolor=0xd0d0e0:line_spacing=8:x=60:"
                + "y='40-floor(t/3)*170-if(between(mod(t\\,12)\\,6\\,7.5)\\,(mod(t\\,12)-6)*300\\,0)'[screen];"
                + "mandelbrot=s=480x360:r=30:start_scale=0.4:end_scale=0.05:end_pts=800,noise=alls=7:allf=t,gblur=sigma=1.2[head];"
                + "[screen][head]overlay=W-w-40:H-h-40:shortest=1,format=yuv420p";
        return Clips.make(folder, "lesson.mp4", "-f", "lavfi", "-i", screen, "-f", "lavfi", "-i",
                "anoisesrc=c=pink:a=0.4:seed=7:d=" + SECONDS + ",tremolo=f=3:d=0.8,lowpass=f=3500", "-c:v", "libx264",
                "-preset", "fast", "-crf", "15", "-g", "250", "-c:a", "aac", "-b:a", "160k", "-ac", "2", "-ar", "48000",
                "-movflags", "+faststart");
    }

    private static List<String> code(Path home) throws IOException {
        var lines = new ArrayList<String>();
        try (Stream<Path> files = Files.list(home.resolve("src/main/java/org/coursewright/video"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".java")).sorted().limit(12).toList())
                lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }
}
