package org.coursewright.school;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/// Where a request came to, told by its host.
public sealed interface Place {

    /// The platform's own host.
    record Platform() implements Place {}

    /// The host of a school.
    record AtSchool(School school) implements Place {}

    /// A preview of a school's revision: `{code}--{slug}.{base}`.
    record AtPreview(School school, String code) implements Place {}

    /// Nothing is here.
    record Nowhere() implements Place {}

    String ATTRIBUTE = Place.class.getName();

    static Place of(HttpServletRequest request) {
        var place = (Place) request.getAttribute(ATTRIBUTE);
        return place == null ? new Nowhere() : place;
    }

    default @Nullable School schoolOrNull() {
        return switch (this) {
            case AtSchool at -> at.school();
            case AtPreview at -> at.school();
            case Platform _,Nowhere _ -> null;
        };
    }
}
