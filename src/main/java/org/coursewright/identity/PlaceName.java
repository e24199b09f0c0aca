package org.coursewright.identity;

import org.coursewright.platform.Screen;
import org.coursewright.school.Place;

/// What a place calls itself, and its colours.
final class PlaceName {

    private PlaceName() {}

    static String of(Screen screen, Place place) {
        var school = place.schoolOrNull();
        return school == null ? screen.get("identity.platform") : school.name();
    }

    static String tokens(Place place) {
        return place.schoolOrNull() == null ? "" : "/theme/tokens.css";
    }
}
