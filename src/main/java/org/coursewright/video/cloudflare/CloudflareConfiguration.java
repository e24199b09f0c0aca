package org.coursewright.video.cloudflare;

import java.time.Duration;
import java.util.Objects;
import org.coursewright.job.RecurringJob;
import org.coursewright.school.Schools;
import org.coursewright.storage.Blobs;
import org.coursewright.video.Attempts;
import org.coursewright.video.ShownVideos;
import org.coursewright.video.SourcePoster;
import org.coursewright.video.VideoSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Cloudflare Stream, where the operator has an account there.
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${coursewright.video.provider:}' != ''")
class CloudflareConfiguration {

    @Bean
    CloudflareAccount cloudflareAccount(VideoSettings settings) {
        return CloudflareAccount.of(Objects.requireNonNull(settings.provider()));
    }

    @Bean
    StreamApi streamApi(CloudflareAccount account) {
        return new StreamApi(account);
    }

    @Bean
    CloudflareStream cloudflareStream(CloudflareAccount account, StreamApi api, Copies copies, Attempts attempts,
            SourcePoster poster, Blobs blobs) {
        return new CloudflareStream(account, api, copies, attempts, poster, blobs);
    }

    @Bean
    Following following(StreamApi api, Copies copies, Attempts attempts, Schools schools, ShownVideos shown) {
        return new Following(api, copies, attempts, schools, shown);
    }

    /// A notice tells of the end sooner, where there are notices; this finds what they missed, and how far it is.
    @Bean
    RecurringJob followCloudflare(Following following) {
        return new RecurringJob("follow-cloudflare", Duration.ofSeconds(10), following::round);
    }

    @Bean
    RecurringJob putAwayAtCloudflare(Following following) {
        return new RecurringJob("put-away-at-cloudflare", Duration.ofDays(1), following::putAway);
    }
}
