package org.coursewright.content;

import org.jspecify.annotations.Nullable;

/// A push that has begun.
///
/// @param answer once it is committed
record Push(PushOrder order, String author, PushAnswer.@Nullable Committed answer) {}
