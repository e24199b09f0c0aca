package org.coursewright.video.speech;

import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// A program of its own: listens to a WAV file with a model of whisper.cpp, and writes WebVTT. Whatever a model makes
/// whisper.cpp do ends this process and no other. It uses nothing of ours.
final class WhisperProgram {

    private static final int HEADER = 44;
    private static final int NO_MODEL = 3;
    private static final int GAVE_UP = 4;

    private WhisperProgram() {}

    /// @param words path of the model, path of the WAV file, language, path of the captions without `.vtt`
    public static void main(String[] words) throws IOException {
        WhisperJNI.loadLibrary();
        var whisper = new WhisperJNI();
        try (var context = whisper.init(Path.of(words[0]))) {
            if (context == null) System.exit(NO_MODEL);
            var samples = samples(Path.of(words[1]));
            if (whisper.full(context, parameters(words[2]), samples, samples.length) != 0) System.exit(GAVE_UP);
            Files.writeString(Path.of(words[3] + ".vtt"), captions(whisper, context));
        }
    }

    private static String captions(WhisperJNI whisper, WhisperContext context) {
        var text = new StringBuilder("WEBVTT\n");
        for (var at = 0; at < whisper.fullNSegments(context); at++)
            text.append('\n').append(time(whisper.fullGetSegmentTimestamp0(context, at))).append(" --> ")
                    .append(time(whisper.fullGetSegmentTimestamp1(context, at))).append('\n')
                    .append(whisper.fullGetSegmentText(context, at).strip()).append('\n');
        return text.toString();
    }

    private static WhisperFullParams parameters(String language) {
        var parameters = new WhisperFullParams();
        parameters.language = language;
        parameters.nThreads = Math.max(1, Runtime.getRuntime().availableProcessors());
        parameters.printProgress = false;
        parameters.printTimestamps = false;
        parameters.noContext = true;
        return parameters;
    }

    private static float[] samples(Path wav) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN).position(HEADER);
        var samples = new float[bytes.remaining() / 2];
        for (var at = 0; at < samples.length; at++)
            samples[at] = bytes.getShort() / 32768f;
        return samples;
    }

    /// Its times are hundredths of a second.
    private static String time(long hundredths) {
        var seconds = hundredths / 100;
        return String.format("%02d:%02d:%02d.%03d", seconds / 3600, seconds / 60 % 60, seconds % 60,
                hundredths % 100 * 10);
    }
}
