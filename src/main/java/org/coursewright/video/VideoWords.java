package org.coursewright.video;

import java.time.Duration;
import org.coursewright.platform.Messages;

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
                    + messages.get("video.percent", video.percent()) + left(video);
            case READY -> clock(video.length());
        };
    }

    /// `1.2 MB`.
    public String megabytes(long bytes) {
        return messages.get("video.megabytes", String.format(messages.locale(), "%.1f", bytes / 1e6));
    }

    private String left(Video video) {
        var left = video.left();
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
