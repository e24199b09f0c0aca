package org.coursewright.recall;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a version of a card keeps beside its back, which is its body.
///
/// @param front Markdown
record CardFront(String front, @Nullable String domain, @Nullable String task, List<String> tags) {}
