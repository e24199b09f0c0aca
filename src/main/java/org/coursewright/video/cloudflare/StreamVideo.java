package org.coursewright.video.cloudflare;

import java.time.Duration;
import org.coursewright.video.Remark;
import tools.jackson.databind.JsonNode;

/// A video as Cloudflare tells of it.
///
/// @param plays whether at least one quality can be watched
/// @param share of the work that is done there, 0 to 1
/// @param reason the code of what went wrong; empty where nothing did
/// @param words what Cloudflare says of it
/// @param length zero until it is known
record StreamVideo(State state, boolean plays, double share, String reason, String words, Duration length) {

    enum State {
        /// It waits for its bytes.
        PENDING, WORKING, READY, FAILED
    }

    static StreamVideo of(JsonNode video) {
        var status = video.path("status");
        return new StreamVideo(state(status.path("state").asString("")), video.path("readyToStream").asBoolean(false),
                share(status.path("pctComplete").asString("")),
                either(status, "errorReasonCode", "errReasonCode"), either(status, "errorReasonText", "errReasonText"),
                Duration.ofMillis(Math.round(Math.max(0, video.path("duration").asDouble(0)) * 1000)));
    }

    /// Why it failed, for its author.
    Remark remark() {
        return switch (reason) {
            case "ERR_NON_VIDEO" -> Remark.of("video.refused.unknown");
            case "ERR_MALFORMED_VIDEO" -> Remark.of("video.cloudflare.malformed");
            case "ERR_DURATION_TOO_SHORT" -> Remark.of("video.cloudflare.too-short");
            default -> Remark.of("video.cloudflare.failed");
        };
    }

    private static State state(String word) {
        return switch (word) {
            case "pendingupload" -> State.PENDING;
            case "ready" -> State.READY;
            case "error" -> State.FAILED;
            default -> State.WORKING; // downloading, queued, inprogress, and what may come
        };
    }

    private static double share(String percent) {
        return percent.matches("[0-9]{1,3}(\\.[0-9]+)?") ? Math.min(1, Double.parseDouble(percent) / 100) : 0;
    }

    /// The API and its notices do not spell it alike.
    private static String either(JsonNode status, String one, String other) {
        var found = status.path(one).asString("");
        return found.isEmpty() ? status.path(other).asString("") : found;
    }
}
