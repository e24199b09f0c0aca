package org.coursewright.video;

import java.util.List;
import org.coursewright.video.ffmpeg.Storyboard;

/// The small pictures of a video, as they lie on stored sheets.
///
/// @param sheets the names of the files, in order
record Thumbnails(Storyboard board, List<String> sheets) {

    private static final int ON_A_SHEET = Storyboard.SIDE * Storyboard.SIDE;

    Thumbnails {
        sheets = List.copyOf(sheets);
    }

    /// A WebVTT file whose cues name a part of a sheet (Media Fragments URI 1.0, 4.2.2).
    String vtt() {
        var text = new StringBuilder("WEBVTT\n");
        var count = Math.min(board.pictures(), sheets.size() * ON_A_SHEET);
        for (var at = 0; at < count; at++) {
            var place = at % ON_A_SHEET;
            text.append('\n').append(CaptionText.time(at * board.seconds() * 1000L)).append(" --> ")
                    .append(CaptionText.time((at + 1) * board.seconds() * 1000L)).append('\n')
                    .append(sheets.get(at / ON_A_SHEET)).append("#xywh=")
                    .append(place % Storyboard.SIDE * board.width()).append(',')
                    .append(place / Storyboard.SIDE * board.height()).append(',')
                    .append(board.width()).append(',').append(board.height()).append('\n');
        }
        return text.toString();
    }
}
