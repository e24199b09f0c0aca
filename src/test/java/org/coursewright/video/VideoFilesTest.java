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
    void aLessonShowsTheVideoOfItsOwnNameWithCaptionsByLanguage() {
        var found = VideoFiles.of(version("c/a/01-start/01-welcome.md", "{}", "c/a/01-start/01-welcome.mp4",
                "c/a/01-start/01-welcome.en.vtt",
                "c/a/01-start/01-welcome.pt-BR.srt", "c/a/01-start/files/other.mp4", "c/a/01-start/other.en.vtt"), "en")
                .orElseThrow();
        assertThat(found.video()).isEqualTo(Hash.of("c/a/01-start/01-welcome.mp4"));
        assertThat(found.captions()).containsExactly(new CaptionTrack("en", Hash.of("c/a/01-start/01-welcome.en.vtt")),
                new CaptionTrack("pt-BR", Hash.of("c/a/01-start/01-welcome.pt-BR.srt")));
    }

    @Test
    void theFrontMatterMayNameTheVideoAndTheLanguages() {
        var found = VideoFiles.of(version("c/a/01.md",
                "{\"video\": \"../media/intro.mov\", \"captions\": {\"de\": \"text.vtt\"}}", "c/media/intro.mov",
                "c/a/01.mp4", "c/a/text.vtt"), "en").orElseThrow();
        assertThat(found.path()).isEqualTo("c/media/intro.mov");
        assertThat(found.captions()).containsExactly(new CaptionTrack("de", Hash.of("c/a/text.vtt")));
    }

    @Test
    void captionsThatDoNotSayTheirLanguageAreInThatOfTheSchool() {
        var found = VideoFiles.of(version("c/a/01.md", "{}", "c/a/01.mp4", "c/a/01.vtt"), "fr").orElseThrow();
        assertThat(found.captions()).extracting(CaptionTrack::language).containsExactly("fr");
    }

    @Test
    void anArticleWithAVideoToDownloadIsNoVideo() {
        assertThat(VideoFiles.of(version("c/a/01.md", "{}", "c/a/files/demo.mp4"), "en")).isEmpty();
    }

    private static Version version(String path, String front, String... files) {
        var hashes = new TreeMap<String, Hash>();
        for (var file : files)
            hashes.put(file, Hash.of(file));
        return new Version(1, 1, "lesson", "x", Hash.of("v"), path, new Slug("x"), "X",
                JsonMapper.shared().readTree(front), "", Map.copyOf(hashes),
                Map.of(), List.of());
    }
}
