package org.coursewright.exam;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.Slug;
import org.jspecify.annotations.Nullable;

/// An exam that is live, with its versions in the author's order.
///
/// @param versionId the frozen state of what stays from version to version
/// @param free whether every student may take it
public record Exam(
        long id, long versionId, Slug slug, String title, String summary, boolean free, List<Edition> versions) {

    /// A version of an exam: a blueprint that is live.
    ///
    /// @param versionId of the blueprint that attempts begin with now; null until a job has built its forms
    /// @param pool state of the banks from which these forms were drawn
    /// @param from first day on which it is examined
    /// @param until last day
    public record Edition(
            long id, @Nullable Long versionId, String pool, Slug slug, String title, String code, LocalDate from,
            LocalDate until) {

        public boolean ready() {
            return versionId != null;
        }

        public boolean isValidOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /// The version that is examined on a day: of several the one that began last.
    public Optional<Edition> on(LocalDate day) {
        return versions.stream().filter(version -> version.isValidOn(day)).max(Comparator.comparing(Edition::from));
    }
}
