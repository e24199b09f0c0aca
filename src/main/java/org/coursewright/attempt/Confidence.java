package org.coursewright.attempt;

/// Where somebody's true share of right answers lies, told from a few of them: the score interval of Wilson (1927) at 90 %.
///
/// @param low whole percent, 0 to 100
/// @param high whole percent, at least `low`
public record Confidence(int low, int high) {

    /// Two-sided quantile of the normal distribution for 90 %.
    private static final double Z = 1.644854;

    /// @param points of the questions, in [0, `possible`]
    /// @param possible how many were asked; of none nothing is known
    static Confidence of(double points, int possible) {
        if (possible == 0) return new Confidence(0, 100);
        double share = points / possible;
        double weight = Z * Z / possible;
        double middle = (share + weight / 2) / (1 + weight);
        double half = Z / (1 + weight) * Math.sqrt(share * (1 - share) / possible + weight / (4 * possible));
        return new Confidence(percent(middle - half), percent(middle + half));
    }

    private static int percent(double share) {
        return (int) Math.round(Math.clamp(share, 0, 1) * 100);
    }

    public int width() {
        return high - low;
    }
}
