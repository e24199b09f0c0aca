package org.coursewright.course;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.coursewright.content.FolderReading;
import org.coursewright.video.CaptionText;
import org.coursewright.video.Chapter;
import org.coursewright.video.Chapters;

/// Where a lesson says the chapters of its video: in the front matter, in `NAME.chapters.vtt` beside it, or in headings
/// that begin with a time, such as `## 0:42 Policies`; in this order.
final class LessonChapters {

    static final String FILE = ".chapters.vtt";
    private static final Pattern HEADING = Pattern.compile("#{2,6}\\s+(.+?)\\s*#*");

    private final FolderReading folder;
    private final String lesson;

    /// @param lesson path of its Markdown file
    LessonChapters(FolderReading folder, String lesson) {
        this.folder = folder;
        this.lesson = lesson;
    }

    /// @param line where the front matter names them
    /// @return as front matter has them: `0:42 Policies`
    List<String> of(List<String> named, int line, String body) {
        return Chapters.first(named(named, line), file(), headings(body)).stream().map(Chapter::line).toList();
    }

    private List<Chapter> named(List<String> named, int line) {
        var chapters = new ArrayList<Chapter>();
        for (var each : named)
            Chapter.read(each).ifPresentOrElse(chapters::add, () -> folder.error(lesson, line,
                    "The chapter '" + each + "' does not begin with a time. Write it as '0:42 Policies'."));
        return chapters;
    }

    private List<Chapter> file() {
        var path = lesson.substring(0, lesson.length() - ".md".length()) + FILE;
        return folder.tree().file(path).flatMap(folder::text).map(CaptionText::read).map(text -> {
            text.flaws().stream().findFirst().ifPresent(flaw -> folder.error(path, flaw.line(),
                    "This file is no WebVTT with chapters: each has a line '00:42.000 --> 01:30.000' and its title."));
            return text.cues().stream()
                    .map(cue -> new Chapter(Duration.ofMillis(cue.startMillis()), cue.text().replace('\n', ' ')))
                    .toList();
        }).orElse(List.of());
    }

    private static List<Chapter> headings(String body) {
        var chapters = new ArrayList<Chapter>();
        var code = false;
        for (var line : body.lines().toList()) {
            if (line.startsWith("```") || line.startsWith("~~~")) code = !code;
            var heading = HEADING.matcher(line);
            if (!code && heading.matches()) Chapter.read(heading.group(1)).ifPresent(chapters::add);
        }
        return chapters;
    }
}
