package org.coursewright.storage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much may be sent: `coursewright.uploads.*`.
///
/// @param largest one file
/// @param school all files of a school
/// @param patience how long an unfinished upload is kept after its last byte
@ConfigurationProperties("coursewright.uploads")
public record UploadLimits(
        @DefaultValue("20GB") DataSize largest,
        @DefaultValue("1TB") DataSize school,
        @DefaultValue("7d") Duration patience) {}
