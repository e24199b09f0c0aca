package org.coursewright.video;

import java.time.Duration;
import org.coursewright.job.RecurringJob;
import org.coursewright.platform.Settings;
import org.coursewright.video.ffmpeg.Transcoder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// The encoder of this node, and what comes back on schedule.
@Configuration(proxyBeanMethods = false)
class VideoConfiguration {

    /// Unpacked and tried when the first video asks for it, not at the start of every web node.
    @Bean
    @Lazy
    Transcoder transcoder(Settings settings, VideoSettings video) {
        return Transcoder.in(settings.data(), video.ffmpeg());
    }

    /// No video waits for ever: whoever waits stands in the queue.
    @Bean
    RecurringJob queueWaitingVideos(Attempts attempts, Videos videos) {
        return new RecurringJob("queue-waiting-videos", Duration.ofMinutes(1), () -> {
            attempts.waiting().forEach(videos::enqueue);
        });
    }

    @Bean
    RecurringJob queueWaitingTranscriptions(Transcriptions transcriptions) {
        return new RecurringJob("queue-waiting-transcriptions", Duration.ofMinutes(1), () -> {
            transcriptions.waiting().forEach(transcriptions::enqueue);
        });
    }

    @Bean
    RecurringJob queueWaitingImports(Imports imports) {
        return new RecurringJob("queue-waiting-imports", Duration.ofMinutes(1), () -> {
            imports.waiting().forEach(imports::enqueue);
        });
    }
}
