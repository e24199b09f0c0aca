package org.coursewright.video.ffmpeg;

/// How a run of ffmpeg ended, and the last that it said.
public record Run(Ending ending, int code, String log) {

    public enum Ending {
        DONE, FAILED, CANCELLED,
        /// It used CPU time and came no further, or neither used any nor ended.
        STUCK,
        /// The kernel ended it at the limit of CPU time.
        TOO_SLOW,
        /// Somebody else ended it, such as the kernel for want of memory: it may go well another time.
        KILLED, DISK_FULL
    }

    /// There was nothing to do.
    static final Run NOTHING = new Run(Ending.DONE, 0, "");

    public boolean done() {
        return ending == Ending.DONE;
    }
}
