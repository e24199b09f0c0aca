package org.coursewright.video.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.coursewright.video.ffmpeg.GuestProgram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every recogniser keeps to, and what each of them can get wrong.
class TranscriberTest {

    private static final List<Utterance> HEARD = List.of(new Utterance(500, 1_500, "Hello there."));

    @TempDir
    Path folder;

    private SpeechService service;
    private Path wav;

    @BeforeEach
    void start() throws IOException {
        service = new SpeechService();
        var pcm = Files.write(folder.resolve("speech.pcm"), new byte[64_000]);
        wav = folder.resolve("piece.wav");
        new Speech(pcm).write(new Speech.Piece(0, 2_000), wav);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void eachTellsWhatWasSaidAndWhen() throws Exception {
        service.says(
                "{\"text\":\"Hello there.\",\"segments\":[{\"start\":0.5,\"end\":1.5,\"text\":\" Hello there.\"}]}");
        for (var transcriber : List.of(service("secret"), command("""
                test -s "$1" || exit 3
                printf 'WEBVTT\\n\\n00:00.500 --> 00:01.500\\nHello there.\\n' > "$3.vtt"
                """, "{wav} {language} {out}"))) {
            assertThat(transcriber.fault()).isEmpty();
            assertThat(transcriber.transcribe(wav, "en-GB", folder, () -> true)).isEqualTo(HEARD);
        }
        assertThat(service.fields()).containsEntry("language", "en").containsEntry("model", "whisper-1")
                .containsEntry("response_format", "verbose_json");
        assertThat(service.file()).isEqualTo(Files.readAllBytes(wav));
        assertThat(service.authorization()).isEqualTo("Bearer secret");
    }

    @Test
    void eachEndsSoonWhenNobodyWaitsAnyMore() throws Exception {
        service.keepsWaiting();
        for (var transcriber : List.of(service(null), command("sleep 60", ""))) {
            var began = System.nanoTime();
            assertThat(transcriber.transcribe(wav, "en", folder, () -> false)).isEmpty();
            assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
        }
    }

    @Test
    void whatACommandPrintsIsReadWhereItWritesNoFile() throws Exception {
        var prints = command("printf '1\\n00:00:00,500 --> 00:00:01,500\\nHello there.\\n'", "");
        assertThat(prints.transcribe(wav, "en", folder, () -> true)).isEqualTo(HEARD);
    }

    @Test
    void aCommandSeesNothingOfOurEnvironment() throws Exception {
        var tells = command(
                "printf 'WEBVTT\\n\\n00:00.500 --> 00:01.500\\n%s\\n' \"$(env | sort | cut -d= -f1 | tr '\\n' ' ')\"",
                "");
        var words = tells.transcribe(wav, "en", folder, () -> true).getFirst().text().split(" ");
        assertThat(words).isSubsetOf("HOME", "LC_ALL", "PATH", "PWD", "SHLVL", "_", "OLDPWD").contains("HOME");
    }

    @Test
    void aCommandThatGivesUpIsQuoted() throws Exception {
        assertThatThrownBy(() -> command("echo no model >&2; exit 7", "").transcribe(wav, "en", folder, () -> true))
                .isInstanceOf(NoTranscript.class).hasMessageContaining("exit 7").hasMessageContaining("no model");
    }

    @Test
    void aCommandThatIsNotThereIsNamed() {
        var absent = new CommandTranscriber("no-such-program {wav}", GuestProgram.onThisMachine(), _ -> HEARD);
        assertThat(absent.fault()).hasValueSatisfying(fault -> assertThat(fault).contains("no-such-program"));
        assertThat(new CommandTranscriber("", GuestProgram.onThisMachine(), _ -> HEARD).fault()).isPresent();
    }

    @Test
    void aServiceThatIsBusyOrGoneIsAskedAgainLater() throws Exception {
        service.answers(429, "{}");
        assertThatThrownBy(() -> service(null).transcribe(wav, "en", folder, () -> true))
                .isInstanceOf(IOException.class).hasMessageContaining("429");
        var gone = service.address();
        service.close();
        assertThatThrownBy(
                () -> new ServiceTranscriber(gone, null, "whisper-1").transcribe(wav, "en", folder, () -> true))
                .isInstanceOf(IOException.class).hasMessageContaining("cannot be reached");
    }

    @Test
    void aServiceThatRefusesIsQuoted() {
        service.answers(401, "{\"error\":{\"message\":\"Incorrect API key\"}}");
        assertThatThrownBy(() -> service("wrong").transcribe(wav, "en", folder, () -> true))
                .isInstanceOf(NoTranscript.class).hasMessageContaining("401: Incorrect API key");
    }

    @Test
    void aModelWithoutTimesIsOfNoUse() {
        service.says("{\"text\":\"Hello there.\"}");
        assertThatThrownBy(() -> service(null).transcribe(wav, "en", folder, () -> true))
                .isInstanceOf(NoTranscript.class).hasMessageContaining("tells no times");
        service.says("<html>");
        assertThatThrownBy(() -> service(null).transcribe(wav, "en", folder, () -> true))
                .isInstanceOf(NoTranscript.class).hasMessageContaining("no JSON");
    }

    @Test
    @Tag("video")
    void aModelThatIsNotThereIsNamed() throws Exception {
        var absent = whisper(folder.resolve("ggml-base.bin"));
        assertThat(absent.fault()).hasValueSatisfying(fault -> assertThat(fault).contains("ggml-base.bin"));
        var text = Files.writeString(folder.resolve("text.bin"), "not a model");
        assertThatThrownBy(() -> whisper(text).transcribe(wav, "en", folder, () -> true))
                .isInstanceOf(NoTranscript.class).hasMessageContaining("exit 3").hasMessageContaining("bad magic");
    }

    @Test
    @Tag("video")
    void aModelThatMakesWhisperAbortEndsNothingOfOurs() throws Exception {
        var strange = Files.write(folder.resolve("strange.bin"), model(20_000, "0"));
        assertThatThrownBy(() -> whisper(strange).transcribe(wav, "en", folder, () -> true))
                .isInstanceOf(NoTranscript.class).hasMessageContaining("The recogniser gave up");
    }

    @Test
    @Tag("video")
    void whisperListens() throws Exception {
        var empty = Files.write(folder.resolve("empty.bin"), model(50_257, " ", " -", " '"));
        assertThat(whisper(empty).fault()).isEmpty();
        assertThat(whisper(empty).transcribe(wav, "en-US", folder, () -> true)).as("nothing was ever learnt").isEmpty();
    }

    private static WhisperTranscriber whisper(Path model) {
        return new WhisperTranscriber(model, GuestProgram.onThisMachine(), TranscriberTest::read);
    }

    /// A model of whisper.cpp that has sizes, filters and words, but no weights, which it takes for a test.
    private static byte[] model(int words, String... first) {
        var model = ByteBuffer.allocate(2 << 20).order(ByteOrder.LITTLE_ENDIAN);
        model.putInt(0x67676d6c);
        for (var size : new int[]{51_865, 1500, 64, 1, 4, 448, 64, 1, 4, 80, 1})
            model.putInt(size);
        model.putInt(80).putInt(201).position(model.position() + 80 * 201 * Float.BYTES);
        model.putInt(words);
        for (var word = 0; word < words; word++) {
            var text = (word < first.length ? first[word] : Integer.toString(word, 36))
                    .getBytes(StandardCharsets.US_ASCII);
            model.putInt(text.length).put(text);
        }
        return Arrays.copyOf(model.array(), model.position());
    }

    private ServiceTranscriber service(@Nullable String key) {
        return new ServiceTranscriber(URI.create(service.address() + "/"), key, "whisper-1");
    }

    private Transcriber command(String script, String arguments) throws IOException {
        var file = folder.resolve("recogniser.sh");
        Files.writeString(file, script);
        return new CommandTranscriber("/bin/sh \"" + file + "\" " + arguments, GuestProgram.onThisMachine(),
                TranscriberTest::read);
    }

    private static List<Utterance> read(String captions) {
        if (!captions.contains("-->")) return List.of();
        var lines = captions.lines().dropWhile(line -> !line.contains("-->")).toList();
        assertThat(lines.getFirst().replace(',', '.')).contains("00.500 --> ");
        return List.of(new Utterance(500, 1_500, lines.get(1)));
    }
}
