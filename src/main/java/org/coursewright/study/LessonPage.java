package org.coursewright.study;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coursewright.attempt.ExamLessons;
import org.coursewright.attempt.Quizzes;
import org.coursewright.platform.Hash;
import org.coursewright.video.Chapter;
import org.coursewright.video.Playback;
import org.coursewright.video.Video;
import org.jspecify.annotations.Nullable;

/// A lesson as one student sees it now.
///
/// @param enrolled whether the whole course is open to the student
/// @param done ids of the lessons of this course that the student has done
/// @param position seconds into the video
/// @param positionAge seconds since a player stood there; null where none did
/// @param html the text, safe, with links that work for this student
/// @param video its video as far as it is ready; null where there is none
/// @param playback null until the video is ready
/// @param chapters of its video
/// @param quiz how the student stands in it; null where the lesson is none
/// @param exam where the lesson leads; null where it leads to none
public record LessonPage(
        Outline outline,
        Outline.Entry lesson,
        boolean enrolled,
        boolean enrollable,
        Set<Long> done,
        double position,
        @Nullable Double positionAge,
        String html,
        @Nullable Video video,
        @Nullable Playback playback,
        List<Chapter> chapters,
        List<File> files,
        Quizzes.@Nullable Standing quiz,
        ExamLessons.@Nullable Door exam) {

    /// A file to take along.
    public record File(String name, String url) {}

    public String url() {
        return outline.url(lesson);
    }

    public boolean isDone() {
        return done.contains(lesson.id());
    }

    public long doneCount() {
        return outline.lessons().stream().filter(entry -> done.contains(entry.id())).count();
    }

    /// The share of the course that is done.
    public int percent() {
        return Percent.of(doneCount(), outline.lessons().size());
    }

    public Optional<Outline.Entry> previous() {
        return outline.before(lesson.id());
    }

    public Optional<Outline.Entry> next() {
        return outline.after(lesson.id());
    }

    static File file(String filesUrl, String name, Hash hash) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return new File(name, filesUrl + hash.hex() + "/" + encoded);
    }
}
