package org.coursewright.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a version of a question keeps beside its text, and a candidate may see.
///
/// @param options options, statements or things to order, the latter sorted so that their order tells nothing
/// @param left of a match
/// @param right of a match, with those that belong to nothing, sorted
/// @param pool words to pick from, sorted
/// @param stimulus the case study that it belongs to, as written
/// @param choose how many options or areas are right, where several may be
record QuestionFront(
        QuestionKind kind,
        @Nullable String domain,
        @Nullable String task,
        QuestionDefaults.@Nullable Difficulty difficulty,
        List<String> tags,
        List<Question.Option> options,
        List<Question.Option> left,
        List<Question.Option> right,
        List<String> pool,
        List<QuestionKeys.Area> areas,
        List<Question.Option> steps,
        QuestionDefaults.@Nullable Shuffle shuffle,
        QuestionDefaults.@Nullable Score score,
        List<String> enemies,
        boolean unscored,
        @Nullable String stimulus,
        @Nullable Integer choose) {}
