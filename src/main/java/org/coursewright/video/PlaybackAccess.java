package org.coursewright.video;

import org.coursewright.platform.Hash;
import org.coursewright.school.School;

/// Whether somebody may watch a video now. Implemented by those who know enrolments and previews; asked for every
/// manifest, so an access that ended stops playing.
@FunctionalInterface
public interface PlaybackAccess {

    boolean mayWatch(School school, Viewer viewer, Hash video);
}
