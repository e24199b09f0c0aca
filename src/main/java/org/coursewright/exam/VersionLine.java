package org.coursewright.exam;

import java.util.List;

/// A version of an exam in the studio.
///
/// @param today whether it is the one that is examined now
/// @param forms how many attempts may begin with
/// @param waiting whether its forms are older than its blueprint or its banks
/// @param lacks why there are no new ones; empty = nothing is lacking, or the work is still to be done
/// @param report how its banks fill it
public record VersionLine(
        Exam.Edition edition, boolean today, int forms, boolean waiting, List<Lack> lacks, VersionReport report) {}
