package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coursewright.content.Version;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VideoFilesTest {

    @Test
    void aLessonNamesItsVideoAndItsCaptionsByLanguage() {
        var found = VideoFiles.of(version("""
                {"video": "a/01.mp4", "captions": {"en": "a/01.en.vtt", "pt-BR": "a/01.pt-BR.srt", "not a language": "a/01.en.vtt"}}
                """, "a/01.mp4", "a/01.en.vtt", "a/01.pt-BR.srt", "a/files/other.mp4")).orElseThrow();
        assertThat(found.video()).isEqualTo(Hash.of("a/01.mp4"));
        assertThat(found.captions()).containsExactly(
                new CaptionTrack("en", Hash.of("a/01.en.vtt")), new CaptionTrack("pt-BR", Hash.of("a/01.pt-BR.srt")));
    }

    @Test
    void aCourseNamesATrailer() {
        assertThat(VideoFiles.of(version("{\"trailer\": \"trailer.mov\"}", "trailer.mov"))).isPresent();
    }

    @Test
    void aSourceMayLieInAFolderOfTheSchool() {
        var found = VideoFiles.of(version("{\"video\": \"01/intro.mp4\"}", "courses/a/01/intro.mp4")).orElseThrow();
        assertThat(found.path()).isEqualTo("courses/a/01/intro.mp4");
    }

    @Test
    void anArticleWithAVideoToDownloadShowsNone() {
        assertThat(VideoFiles.of(version("{\"video\": null}", "a/files/demo.mp4"))).isEmpty();
        assertThat(VideoFiles.of(version("{}", "a/files/demo.mp4"))).isEmpty();
    }

    private static Version version(String front, String... files) {
        var hashes = new TreeMap<String, Hash>();
        for (var file : files)
            hashes.put(file, Hash.of(file));
        return new Version(1, 1, "lesson", "x", Hash.of("v"), "x.md", new Slug("x"), "X",
                JsonMapper.shared().readTree(front), "", Map.copyOf(hashes), Map.of(), List.of());
    }
}
