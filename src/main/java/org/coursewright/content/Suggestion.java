package org.coursewright.content;

import java.util.Optional;

/// The word that somebody probably meant.
public final class Suggestion {

    private Suggestion() {}

    /// The nearest of the words, at most two letters away (one for words of up to four).
    public static Optional<String> among(String written, Iterable<String> words) {
        String best = null;
        int least = written.length() <= 4 ? 2 : 3;
        for (var word : words) {
            int distance = distance(written, word);
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Optimal string alignment: letters added, removed, changed, or two neighbours swapped.
    static int distance(String one, String other) {
        var table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++)
            table[i][0] = i;
        for (int j = 0; j <= other.length(); j++)
            table[0][j] = j;
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int least = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1);
                table[i][j] = Math.min(least, table[i - 1][j - 1] + change);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
            }
        }
        return table[one.length()][other.length()];
    }
}
