package org.coursewright.job;

/// A queue of its own: long transcodes and transfers never keep a mail waiting.
public enum Lane {
    SHORT("short_task"), TRANSCODE("transcode_task"), TRANSCRIBE("transcribe_task"), TRANSFER("transfer_task");

    private final String table;

    Lane(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
