package org.coursewright.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.Version;
import org.coursewright.course.LessonMinutes;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.video.Chapter;
import org.coursewright.video.Chapters;
import org.coursewright.video.Playback;
import org.coursewright.video.Video;
import org.coursewright.video.VideoFiles;
import org.coursewright.video.Videos;

/// The videos of a school's pages: how long they are, and how to play those that a page may show.
final class SiteVideos {

    private final Function<VideoFiles, Playback> playbacks;
    private final Map<Hash, Video> known;

    /// @param playbacks gives the addresses of a video that the page may show
    SiteVideos(School school, RevisionContent content, Videos videos, Function<VideoFiles, Playback> playbacks) {
        this.playbacks = playbacks;
        var hashes = content.versions().stream()
                .flatMap(version -> VideoFiles.of(version).stream())
                .map(VideoFiles::video)
                .distinct()
                .toList();
        this.known = videos.of(school, hashes).stream().collect(Collectors.toMap(Video::hash, Function.identity()));
    }

    /// How long the lesson takes with its video.
    int minutes(Version lesson) {
        var length = VideoFiles.of(lesson)
                .flatMap(files -> Optional.ofNullable(known.get(files.video())))
                .map(Video::length)
                .orElse(Duration.ZERO);
        return LessonMinutes.of(Front.number(lesson, "minutes", 0), length);
    }

    /// What the player part needs, empty where there is no video; `waiting` while it is being made.
    Map<String, Object> player(Version version, String label) {
        var files = VideoFiles.of(version);
        if (files.isEmpty()) return Map.of();
        var video = known.get(files.get().video());
        if (video == null || !video.playable()) return Map.of("waiting", true, "label", label);
        var playback = playbacks.apply(files.get());
        var player = new HashMap<String, Object>();
        player.put("ready", true);
        player.put("label", label);
        player.put("src", playback.manifest());
        player.put("poster", video.poster() ? playback.poster() : "");
        player.put("thumbnails", video.storyboard() ? playback.thumbnails() : "");
        player.put("chapters", chapters(Chapters.first(Chapters.of(version), video.chapters())));
        List<Map<String, Object>> tracks = new ArrayList<>();
        playback.texts().forEach(text -> tracks.add(
                Map.of("language", text.language(), "label", text.label(), "file", text.file())));
        player.put("tracks", tracks);
        if (!tracks.isEmpty()) player.put("transcript", tracks.getFirst());
        return player;
    }

    private static List<Map<String, Object>> chapters(List<Chapter> chapters) {
        return chapters.stream()
                .map(chapter -> Map.<String, Object>of(
                        "second", chapter.seconds(), "clock", chapter.clock(), "title", chapter.title()))
                .toList();
    }
}
