package org.coursewright.video;

import java.time.Duration;
import org.coursewright.platform.Messages;
import org.jspecify.annotations.Nullable;

/// Says where a video stands: a state, how it looks, and a detail.
public record VideoWords(Messages messages) {

    public String state(Video video) {
        return messages.get("video.state." + video.state().word());
    }

    /// `ok`, `warn`, `bad` or `busy`.
    public String tone(Video video) {
        return switch (video.state()) {
            case WAITING, PROBING, ENCODING, PACKAGING -> "busy";
            case READY -> video.remark() == null ? "ok" : "warn";
            case FAILED -> "bad";
        };
    }

    /// What more there is to say in a few words; may be empty.
    public String detail(Video video) {
        return switch (video.state()) {
            case WAITING, PROBING, PACKAGING, FAILED -> "";
            case ENCODING -> (video.playable() ? messages.get("video.plays") + " · " : "")
                    + messages.get("video.percent", video.percent()) + left(video.left());
            case READY -> clock(video.length());
        };
    }

    public String state(Import file) {
        return messages.get(switch (file.state()) {
            case WAITING -> "video.state.waiting";
            case RUNNING -> "video.import.running";
            case FAILED -> "video.state.failed";
        });
    }

    /// How many watched it, and how far half of them came; of a lesson that somebody watched.
    public String reached(Audience audience) {
        return audience.reachesEnd()
                ? messages.get("video.audience.end", audience.students())
                : messages.get("video.audience.stop", audience.students(), clock(audience.half()));
    }

    /// How much of it is here; may be empty.
    public String detail(Import file) {
        if (file.size() == 0) return "";
        return messages.get("video.import.progress", amount(file.received()), amount(file.size())) + left(file.left());
    }

    /// `1.2 MB`.
    public String megabytes(long bytes) {
        return messages.get("video.megabytes", amount(bytes));
    }

    private String amount(long bytes) {
        return String.format(messages.locale(), "%.1f", bytes / 1e6);
    }

    private String left(@Nullable Duration left) {
        if (left == null) return "";
        if (left.toSeconds() < 60) return " · " + messages.get("video.left.seconds");
        return " · " + messages.get("video.left.minutes", left.plusSeconds(30).toMinutes());
    }

    /// `4:05`, or `1:04:05`.
    public static String clock(Duration length) {
        var seconds = Math.round(length.toMillis() / 1000.0);
        return seconds < 3600
                ? String.format("%d:%02d", seconds / 60, seconds % 60)
                : String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
