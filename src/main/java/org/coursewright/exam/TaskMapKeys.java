package org.coursewright.exam;

import java.util.List;
import java.util.Map;
import org.coursewright.content.About;
import org.jspecify.annotations.Nullable;

/// The keys of a map between two versions.
@About("Old tasks to new tasks: exams/NAME/2022-08-to-2026-03.map.yaml.")
record TaskMapKeys(
        @About("Stays when the file is renamed; the server gives one where there is none.") @Nullable String id,
        @About("The old version, by slug; from the file's name by default.") @Nullable String from,
        @About("The new version, by slug; from the file's name by default.") @Nullable String to,
        @About("Task of the old version to tasks of the new one; an empty list where it is gone. A question that means the new one alone says so: 2026-03/1.1.") Map<String, List<String>> tasks) {}
