package org.coursewright.video;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coursewright.platform.Hash;
import org.jspecify.annotations.Nullable;

/// A video of a school, known by the hash of the file that the author sent.
///
/// @param name the file's path when it was last pushed
/// @param progress the share that is encoded, 0 to 1
/// @param left about how long the encode still takes, where that can be told
/// @param length zero until it is known
/// @param poster whether there is a still picture; a sound recording has none
/// @param playable whether people can watch it, perhaps not yet in every quality
/// @param waveform whether it is known how it sounds over time
/// @param storyboard whether there are small pictures of what is where
/// @param chapters those that the recording came with
/// @param transcripts captions that recognisers wrote
/// @param watermarked whether students see their own address over the picture
/// @param limited whether it is counted at how many browsers a student watches
/// @param remark why it failed, or what is odd about it
/// @param log the encoder's last words, for the author and the operator
public record Video(
        Hash hash,
        String name,
        VideoState state,
        double progress,
        @Nullable Duration left,
        Duration length,
        boolean poster,
        boolean playable,
        boolean waveform,
        boolean storyboard,
        List<Chapter> chapters,
        List<CaptionTrack> transcripts,
        boolean watermarked,
        boolean limited,
        @Nullable Remark remark,
        String log,
        Instant createdAt) {

    public Video {
        chapters = List.copyOf(chapters);
        transcripts = List.copyOf(transcripts);
    }

    public boolean ready() {
        return state == VideoState.READY;
    }

    /// Another one when there is more to see of it, or less: not just how far it has come.
    public String made() {
        return Stream.of(playable, poster, storyboard, waveform, state.ended()).map(each -> each ? "1" : "0")
                .collect(Collectors.joining());
    }

    public int percent() {
        return (int) Math.floor(progress * 100);
    }
}
