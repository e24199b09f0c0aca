package org.coursewright.video;

import org.coursewright.platform.Hash;
import org.coursewright.school.School;

/// Whether everybody may watch a video: it belongs to a free lesson that is live, or is a trailer. Implemented by those
/// who know what is live.
@FunctionalInterface
public interface PublicVideos {

    boolean isPublic(School school, Hash video);
}
