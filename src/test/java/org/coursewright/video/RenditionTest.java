package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.coursewright.video.hls.Track;
import org.junit.jupiter.api.Test;

class RenditionTest {

    @Test
    void aSmallerPictureThatSavesNothingIsLeftOut() {
        var pictures = new ArrayList<>(List.of(picture("1080", 90_000), picture("720", 95_000), picture("480", 90_000),
                picture("360", 40_000)));
        Rendition.leaveOutWhatSavesNothing(pictures);
        assertThat(pictures).extracting(Rendition::name).containsExactly("1080", "360");
    }

    private static Rendition picture(String name, int bytes) {
        var height = Integer.parseInt(name);
        return new Rendition(name, name + ".mp4", new Track("avc1.640028", height * 16 / 9, height, 1000, 120, 800,
                List.of(new Track.Segment(bytes, 4000))), false);
    }
}
