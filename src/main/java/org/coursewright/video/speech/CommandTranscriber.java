package org.coursewright.video.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.coursewright.video.ffmpeg.GuestProgram;
import org.coursewright.video.ffmpeg.Run;

/// A program of the operator's that is started for each piece. Its words may hold `{wav}`, the file to listen to,
/// `{language}`, two or three letters, and `{out}`, where it writes `{out}.vtt` or `{out}.srt`; without `{out}` the
/// captions are what it prints.
public final class CommandTranscriber implements Transcriber {

    private static final Duration PATIENCE = Duration.ofHours(4);
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|[^\\s\"])+");

    private final List<String> template;
    private final GuestProgram guest;
    private final Function<String, List<Utterance>> reading;

    /// @param template words with blanks between them; a word with blanks stands in double quotes
    /// @param reading of WebVTT and SubRip
    public CommandTranscriber(String template, GuestProgram guest, Function<String, List<Utterance>> reading) {
        this(WORD.matcher(template).results().map(word -> word.group().replace("\"", "")).toList(), guest, reading);
    }

    CommandTranscriber(List<String> template, GuestProgram guest, Function<String, List<Utterance>> reading) {
        this.template = List.copyOf(template);
        this.guest = guest;
        this.reading = reading;
    }

    @Override
    public Optional<String> fault() {
        if (program().isPresent()) return Optional.empty();
        return Optional.of("COURSEWRIGHT_CAPTIONS_COMMAND names "
                + (template.isEmpty() ? "no program" : template.getFirst() + ", which is not there")
                + ". Install it, or give its full path.");
    }

    @Override
    public List<Utterance> transcribe(Path piece, String language, Path folder, BooleanSupplier goOn)
            throws NoTranscript, IOException, InterruptedException {
        var program = program();
        if (program.isEmpty()) throw new NoTranscript(fault().orElse(""));
        var out = folder.resolve("out");
        var answer = guest.run(command(program.get(), piece, language, out), folder, PATIENCE, goOn);
        return switch (answer.run().ending()) {
            case DONE -> reading.apply(written(out).orElse(answer.out()));
            case CANCELLED -> List.of();
            case KILLED -> throw new IOException("the recogniser was ended by somebody else");
            case FAILED, STUCK, TOO_SLOW, DISK_FULL -> throw new NoTranscript(
                    answer.run().ending() == Run.Ending.TOO_SLOW
                            ? "The recogniser took longer than four hours for one piece."
                            : "The recogniser gave up (exit " + answer.run().code() + "): " + answer.run().log());
        };
    }

    private Optional<Path> program() {
        return template.isEmpty() ? Optional.empty() : GuestProgram.find(template.getFirst());
    }

    private List<String> command(Path program, Path piece, String language, Path out) {
        var command = new ArrayList<>(List.of(program.toString()));
        var letters = language.split("-", 2)[0].toLowerCase(Locale.ROOT);
        template.stream().skip(1).map(word -> word.replace("{wav}", piece.toString()).replace("{language}", letters)
                .replace("{out}", out.toString())).forEach(command::add);
        return command;
    }

    private static Optional<String> written(Path out) throws IOException {
        for (var ending : List.of(".vtt", ".srt")) {
            var file = out.resolveSibling(out.getFileName() + ending);
            if (!Files.exists(file)) continue;
            var text = Files.readString(file);
            Files.delete(file);
            return Optional.of(text);
        }
        return Optional.empty();
    }
}
