package org.coursewright.study;

import java.util.List;
import java.util.Optional;
import org.coursewright.attempt.ExamLessons;
import org.coursewright.attempt.Quizzes;
import org.coursewright.identity.Browser;
import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.school.School;
import org.coursewright.video.Chapter;
import org.coursewright.video.Chapters;
import org.coursewright.video.Playback;
import org.coursewright.video.PlaybackTokens;
import org.coursewright.video.Video;
import org.coursewright.video.VideoFiles;
import org.coursewright.video.Videos;
import org.coursewright.video.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a lesson page together from how the student stands and from what is frozen.
@Component
class LessonPages {

    private final CourseParts parts;
    private final Videos videos;
    private final PlaybackTokens playbacks;
    private final FileTokens files;
    private final Quizzes quizzes;
    private final ExamLessons exams;

    LessonPages(CourseParts parts, Videos videos, PlaybackTokens playbacks, FileTokens files, Quizzes quizzes,
            ExamLessons exams) {
        this.parts = parts;
        this.videos = videos;
        this.playbacks = playbacks;
        this.files = files;
        this.quizzes = quizzes;
        this.exams = exams;
    }

    /// A lesson that is open to the student.
    LessonPage open(School school, Student student, Browser browser, LessonState state) {
        var text = parts.text(school, state.lessonVersionId());
        var filesUrl = files.url(school, student, state.lessonVersionId());
        var video = text.video().flatMap(named -> videos.find(school, named.video()));
        var playback = text.video().flatMap(named -> playback(school, student, browser, named, video));
        var chapters = Chapters.first(text.chapters(), video.map(Video::chapters).orElse(List.of()));
        return page(school, state, text.html(filesUrl), video, playback, chapters, text.downloads().stream()
                .map(download -> LessonPage.file(filesUrl, download.name(), download.hash()))
                .toList(), student);
    }

    /// Fresh addresses for somebody whose page is old, and for who will open it next.
    Optional<Playback> playback(School school, Student student, Browser browser, LessonState state) {
        return parts.text(school, state.lessonVersionId()).video()
                .flatMap(named -> playback(school, student, browser, named, videos.find(school, named.video())));
    }

    /// A lesson that is not: its title and what surrounds it, and not one byte of it.
    LessonPage locked(School school, LessonState state) {
        return page(school, state, "", Optional.empty(), Optional.empty(), List.of(), List.of(), null);
    }

    private LessonPage page(
            School school,
            LessonState state,
            String html,
            Optional<Video> video,
            Optional<Playback> playback,
            List<Chapter> chapters,
            List<LessonPage.File> files,
            @Nullable Student open) {
        var outline = parts.outline(school, state.courseId(), state.courseVersionId());
        var lesson = outline.lessons().stream()
                .filter(entry -> entry.id() == state.lessonId())
                .findFirst()
                .orElseThrow(NotFound::new);
        return new LessonPage(
                outline, lesson, state.enrolled(), state.enrollable(), state.done(), state.position(),
                age(state), html,
                video.orElse(null), playback.orElse(null), chapters, files,
                open != null && lesson.kind().equals("quiz") ? quizzes.standing(school, open, lesson.id()) : null,
                open != null && lesson.kind().equals("exam") ? exams.find(school, lesson.id()).orElse(null) : null);
    }

    private Optional<Playback> playback(
            School school, Student student, Browser browser, VideoFiles named, Optional<Video> video) {
        return video.filter(Video::playable)
                .map(playing -> playbacks.issue(school, new Viewer.InBrowser(student.id(), browser.handle()),
                        named.video(),
                        named.captionsWith(playing.transcripts(), school.language())));
    }

    private static @Nullable Double age(LessonState state) {
        var age = state.positionAge();
        return age == null ? null : age.toMillis() / 1000.0;
    }
}
