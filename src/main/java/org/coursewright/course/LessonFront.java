package org.coursewright.course;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a version of a lesson keeps: its keys with the defaults filled in, files by their path in the source.
///
/// @param video path of its video
/// @param captions language to path
/// @param covers tasks of exams that it teaches, as `exam/task`
/// @param moments such a task to the second of the video from which it is taught
/// @param minutes how long it takes besides its video
/// @param files paths of downloads
record LessonFront(
        @Nullable String summary,
        LessonKeys.Kind kind,
        @Nullable String video,
        Map<String, String> captions,
        List<String> chapters,
        boolean free,
        List<String> covers,
        Map<String, Integer> moments,
        List<String> files,
        Integer minutes,
        List<String> after,
        @Nullable Period drip,
        @Nullable String exam,
        @Nullable String cards) {}
