package org.coursewright.video.ffmpeg;

import java.util.Locale;

/// Why a file is no video, as people can understand and mend it; the words are in the messages.
public enum Refusal {
    EMPTY, TEXT, PICTURE, PLAYLIST, DOCUMENT, ARCHIVE, UNFINISHED, UNKNOWN, NOTHING_TO_PLAY, TOO_LARGE, UNREADABLE;

    public String key() {
        return "video.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
