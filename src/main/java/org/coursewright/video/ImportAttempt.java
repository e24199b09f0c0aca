package org.coursewright.video;

import org.coursewright.school.School;

/// One attempt at fetching a file.
///
/// @param number of the attempt; only the newest one may write
/// @param found the import as the attempt began
record ImportAttempt(School school, int number, Import found) {}
