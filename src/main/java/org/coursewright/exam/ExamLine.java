package org.coursewright.exam;

import java.util.List;

/// An exam in the studio, with its versions in the author's order.
public record ExamLine(Exam exam, List<VersionLine> versions) {}
