package org.coursewright.video;

import java.util.List;
import org.coursewright.platform.Messages;

/// What people should know of a video, by message key: why it failed, or what is odd about it although it plays.
public record Remark(String key, List<String> arguments) {

    public Remark {
        arguments = List.copyOf(arguments);
    }

    public static Remark of(String key, String... arguments) {
        return new Remark(key, List.of(arguments));
    }

    public String in(Messages messages) {
        return messages.get(key, arguments.toArray());
    }
}
