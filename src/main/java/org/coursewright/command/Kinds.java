package org.coursewright.command;

import java.util.List;
import org.coursewright.content.ContentKind;
import org.coursewright.course.CourseContent;
import org.coursewright.site.SiteContent;

/// All kinds of content, for reading a folder without the server.
final class Kinds {

    static final List<ContentKind> ALL = List.of(new SiteContent(), new CourseContent());

    private Kinds() {}
}
