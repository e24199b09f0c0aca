package org.coursewright.video;

import java.util.Locale;

/// How far a video has come. `READY` and `FAILED` are ends; everything else is on its way to one of them.
public enum VideoState {
    WAITING, PROBING, ENCODING,
    /// Only older nodes of the installation say so; the others pack while they encode.
    PACKAGING, READY, FAILED;

    public boolean ended() {
        return this == READY || this == FAILED;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static VideoState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
