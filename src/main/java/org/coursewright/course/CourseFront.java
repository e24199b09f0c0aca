package org.coursewright.course;

import java.util.List;
import org.coursewright.content.Names;
import org.jspecify.annotations.Nullable;

/// What a version of a course keeps: its keys with the defaults filled in, files by their path in the source.
record CourseFront(
        @Nullable String summary,
        List<String> outcomes,
        @Nullable String level,
        @Nullable String language,
        List<String> authors,
        @Nullable String image,
        @Nullable String trailer,
        List<CourseKeys.Answer> faq,
        List<CourseKeys.Testimonial> testimonials,
        List<String> preparesFor,
        CourseKeys.@Nullable CertificateRule certificate,
        CourseKeys.Access access,
        CourseKeys.@Nullable Drip drip) {

    static CourseFront of(CourseKeys keys, String folder) {
        return new CourseFront(
                keys.summary(),
                keys.outcomes(),
                keys.level(),
                keys.language(),
                keys.authors(),
                keys.image() == null ? null : Names.resolve(folder, keys.image()),
                keys.trailer() == null ? null : Names.resolve(folder, keys.trailer()),
                keys.faq(),
                keys.testimonials(),
                keys.preparesFor(),
                keys.certificate(),
                keys.access() == null ? CourseKeys.Access.FREE : keys.access(),
                keys.drip());
    }
}
