package org.coursewright.video;

import java.util.List;
import org.coursewright.school.School;

/// What students watched of a video. Implemented by those who know students.
@FunctionalInterface
public interface Audiences {

    /// One for each lesson that shows the video now, in the order of the courses; none while its length is not known.
    List<Audience> of(School school, Video video);
}
