package org.coursewright.school;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.condition.RequestCondition;

/// Which hosts a controller answers on; part of its mapping, so that two hosts can have the same path.
record OnHosts(Set<Kind> kinds) implements RequestCondition<OnHosts> {

    enum Kind {
        PLATFORM, SCHOOL, PREVIEW
    }

    static OnHosts of(Class<?> controller) {
        var kinds = EnumSet.noneOf(Kind.class);
        if (AnnotatedElementUtils.hasAnnotation(controller, OnPlatform.class)) kinds.add(Kind.PLATFORM);
        if (AnnotatedElementUtils.hasAnnotation(controller, OnSchool.class)) kinds.add(Kind.SCHOOL);
        if (AnnotatedElementUtils.hasAnnotation(controller, OnPreview.class)) kinds.add(Kind.PREVIEW);
        return new OnHosts(kinds);
    }

    @Override
    public OnHosts combine(OnHosts other) {
        return other;
    }

    @Override
    public @Nullable OnHosts getMatchingCondition(HttpServletRequest request) {
        return switch (Place.of(request)) {
            case Place.Platform _ -> matching(Kind.PLATFORM);
            case Place.AtSchool _ -> matching(Kind.SCHOOL);
            case Place.AtPreview _ -> matching(Kind.PREVIEW);
            case Place.Nowhere _ -> null;
        };
    }

    @Override
    public int compareTo(OnHosts other, HttpServletRequest request) {
        return Integer.compare(kinds.size(), other.kinds.size());
    }

    private @Nullable OnHosts matching(Kind kind) {
        return kinds.contains(kind) ? this : null;
    }
}
