package org.coursewright.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The order in which an attempt shows what a question offers. It follows from two numbers, so it need not be stored,
/// and it never changes: numbers by SplitMix64 (Steele, Lea, Flood 2014) begun at its mix of `seed + (position + 1) *
/// gamma`, exchanges by Fisher and Yates from the end.
///
/// @param seed of the attempt
/// @param position of the question in it
public record Shuffling(long seed, int position) {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    /// All of them, none lost; of a list whose last is pinned, all but that one.
    <T> List<T> of(List<T> written, QuestionDefaults.Shuffle shuffle) {
        int moving = switch (shuffle) {
            case TRUE -> written.size();
            case PIN_LAST -> written.size() - 1;
            case FALSE -> 0;
        };
        var order = new ArrayList<>(written);
        long state = mixed(seed + (position + 1) * GAMMA);
        for (int i = moving - 1; i > 0; i--) {
            state += GAMMA;
            Collections.swap(order, i, (int) Long.remainderUnsigned(mixed(state), i + 1));
        }
        return List.copyOf(order);
    }

    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
