package org.coursewright.video;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.coursewright.platform.WrongSetting;
import org.coursewright.video.ffmpeg.GuestProgram;
import org.coursewright.video.speech.CommandTranscriber;
import org.coursewright.video.speech.ServiceTranscriber;
import org.coursewright.video.speech.Transcriber;
import org.coursewright.video.speech.Utterance;
import org.coursewright.video.speech.WhisperTranscriber;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who writes down what is said in videos: `coursewright.captions.*`; at most one of service, command and model.
///
/// @param service base address of a service that speaks as OpenAI does
/// @param key of the service; absent = it wants none
/// @param serviceModel which of its models, one that tells times
/// @param command a program with its words, see [CommandTranscriber]
/// @param model a file of whisper.cpp, such as `ggml-base.bin`
@ConfigurationProperties("coursewright.captions")
record CaptionSettings(
        @Nullable URI service,
        @Nullable String key,
        @DefaultValue("whisper-1") String serviceModel,
        @Nullable String command,
        @Nullable Path model) {

    CaptionSettings {
        if (Stream.of(service, command, model).filter(Objects::nonNull).count() > 1)
            throw new WrongSetting("Set only one of COURSEWRIGHT_CAPTIONS_SERVICE, COURSEWRIGHT_CAPTIONS_COMMAND and "
                    + "COURSEWRIGHT_CAPTIONS_MODEL");
        if (service != null
                && (service.getHost() == null || !String.valueOf(service.getScheme()).matches("https?")))
            throw new WrongSetting("COURSEWRIGHT_CAPTIONS_SERVICE must look like https://api.openai.com");
    }

    Optional<Transcriber> transcriber() {
        if (service != null) return Optional.of(new ServiceTranscriber(service, key, serviceModel));
        if (command != null)
            return Optional.of(new CommandTranscriber(command, GuestProgram.onThisMachine(), CaptionSettings::heard));
        return Optional.ofNullable(model)
                .map(file -> new WhisperTranscriber(file, GuestProgram.onThisMachine(), CaptionSettings::heard));
    }

    private static List<Utterance> heard(String captions) {
        return CaptionText.read(captions).cues().stream()
                .map(cue -> new Utterance(cue.startMillis(), cue.endMillis(), cue.text().replace('\n', ' ')))
                .toList();
    }
}
