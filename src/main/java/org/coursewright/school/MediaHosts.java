package org.coursewright.school;

import java.util.List;

/// Where browsers may fetch media from on the pages of a place, besides from ourselves. Implemented by those who send
/// media from elsewhere.
@FunctionalInterface
public interface MediaHosts {

    /// Origins, such as `https://media.example.org`.
    List<String> at(Place place);
}
