package org.coursewright.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coursewright.content.FolderReading;

/// The tasks of exams that a lesson teaches, and from where in its video: `git/2.1`, `git/2.1@4:12`.
///
/// @param tasks as `exam/task`
/// @param moments such a task to a second of the video; of two moments of one task the earlier one
record LessonCovers(List<String> tasks, Map<String, Integer> moments) {

    /// @param lesson path of its Markdown file
    /// @param line where the front matter names them
    static LessonCovers read(FolderReading folder, String lesson, int line, List<String> covers, boolean hasVideo) {
        var tasks = new ArrayList<String>();
        var moments = new TreeMap<String, Integer>();
        for (var written : covers) {
            int at = written.lastIndexOf('@');
            var task = at < 0 ? written : written.substring(0, at).strip();
            tasks.add(task);
            if (at < 0) continue;
            var time = written.substring(at + 1).strip();
            var moment = Moment.read(time);
            if (moment.isEmpty())
                folder.error(lesson, line, "'" + time + "' in '" + written + "' is no time. Write it as '" + task
                        + "@4:12': minutes and seconds of the video.");
            else if (!hasVideo)
                folder.warning(lesson, line, "This lesson has no video, so nothing begins at '" + time
                        + "' in it. Write '" + task + "', or add the video.");
            else
                moments.merge(task, moment.get().second(), Math::min);
        }
        return new LessonCovers(tasks.stream().distinct().toList(), moments);
    }
}
