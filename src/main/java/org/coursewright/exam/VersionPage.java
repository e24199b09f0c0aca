package org.coursewright.exam;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A version of an exam in the studio, whole.
///
/// @param exposure null where it has no forms
public record VersionPage(
        Exam exam, VersionLine line, Blueprint blueprint, LocalDate today, @Nullable Exposure exposure) {

    /// How often forms ask the same.
    ///
    /// @param least forms that ask the question which is asked least
    /// @param most forms that ask the one which is asked most
    /// @param never live questions of the banks that no form asks
    public record Exposure(int least, int most, int never) {}
}
