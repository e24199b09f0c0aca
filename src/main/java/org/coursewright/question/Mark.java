package org.coursewright.question;

import java.util.Map;

/// How good an answer is.
public sealed interface Mark {

    /// By rule. Every question weighs the same, whatever its points.
    ///
    /// @param points reached, 0 to `of`
    /// @param of what could be reached, 1 or more
    /// @param parts id of an option, statement, left side, area or step to whether that part is right; `#2` is the
    ///     second point on a picture, which hit nothing; empty where there are no parts
    record Scored(int points, int of, Map<String, Boolean> parts) implements Mark {

        public Scored {
            if (points < 0 || points > of || of < 1)
                throw new IllegalArgumentException(points + " of " + of);
        }

        /// 0 to 1.
        public double fraction() {
            return (double) points / of;
        }

        public boolean isFull() {
            return points == of;
        }
    }

    /// A person has to read it.
    ///
    /// @param of points of its rubric, 1 or more
    record Pending(int of) implements Mark {}
}
