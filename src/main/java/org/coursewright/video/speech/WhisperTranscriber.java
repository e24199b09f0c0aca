package org.coursewright.video.speech;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.coursewright.video.ffmpeg.GuestProgram;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// whisper.cpp with a model file of the operator's, by the whisper-jni that comes with this program, in a process and a
/// sandbox of its own: a model that it cannot read can make it abort.
public final class WhisperTranscriber implements Transcriber {

    private static final String PROGRAM = "/" + WhisperProgram.class.getName().replace('.', '/') + ".class";
    private static final List<String> PARTS = List.of("classpath*:io/github/givimad/whisperjni/**/*.class",
            "classpath*:debian-*/*", "classpath*:macos-*/*", "classpath*:win-*/*");

    private final Path model;
    private final GuestProgram guest;
    private final Function<String, List<Utterance>> reading;

    /// @param reading of WebVTT
    public WhisperTranscriber(Path model, GuestProgram guest, Function<String, List<Utterance>> reading) {
        this.model = model.toAbsolutePath();
        this.guest = guest;
        this.reading = reading;
    }

    @Override
    public Optional<String> fault() {
        if (Files.isReadable(model)) return Optional.empty();
        return Optional.of("COURSEWRIGHT_CAPTIONS_MODEL names " + model
                + ", which cannot be read. Put a model of whisper.cpp there, such as ggml-base.bin.");
    }

    @Override
    public List<Utterance> transcribe(Path piece, String language, Path folder, BooleanSupplier goOn)
            throws NoTranscript, IOException, InterruptedException {
        var classes = folder.resolve("whisper");
        if (!Files.exists(classes)) unpack(classes);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(java, "-XX:+UseSerialGC", "-Xmx256m", "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder, "-cp", classes.toString(), WhisperProgram.class.getName(),
                model.toString(), "{wav}", "{language}", "{out}");
        return new CommandTranscriber(command, guest, reading).transcribe(piece, language, folder, goOn);
    }

    /// What the process needs, out of whatever this program was packed into.
    private static void unpack(Path classes) throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        for (var part : PARTS)
            for (var resource : resolver.getResources(part)) {
                var url = resource.getURL().toString();
                if (!url.contains("whisper-jni") || url.endsWith("/")) continue;
                try (var in = resource.getInputStream()) {
                    copy(in, classes.resolve(url.substring(url.lastIndexOf("!/") + 2)));
                }
            }
        try (var in = WhisperTranscriber.class.getResourceAsStream(PROGRAM)) {
            if (in == null) throw new IOException("this program lacks " + PROGRAM);
            copy(in, classes.resolve(PROGRAM.substring(1)));
        }
    }

    private static void copy(InputStream in, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
    }
}
