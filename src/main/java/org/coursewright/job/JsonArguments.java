package org.coursewright.job;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Arguments of jobs as JSON that people can read in the table.
final class JsonArguments implements Serializer {

    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public byte @Nullable [] serialize(@Nullable Object arguments) {
        return arguments == null ? null : JSON.writeValueAsBytes(arguments);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] bytes) {
        return bytes == null ? null : JSON.readValue(bytes, type);
    }
}
