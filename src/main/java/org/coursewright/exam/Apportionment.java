package org.coursewright.exam;

import java.util.List;
import java.util.stream.IntStream;

/// Splits a number of questions among domains: by largest remainder where weights are exact, within the ranges where
/// they are not.
final class Apportionment {

    private static final double NOISE = 1e-9;

    private final double[] quotas;
    private final int[] least;
    private final int[] most;
    private final int total;

    private Apportionment(List<Range> weights, int total) {
        this.total = total;
        double sum = weights.stream().mapToDouble(weight -> weight.from() + weight.to()).sum();
        this.quotas = weights.stream()
                .mapToDouble(weight -> total * (weight.from() + weight.to()) / Math.max(sum, NOISE))
                .toArray();
        boolean exact = weights.stream().allMatch(Range::isExact);
        this.least = exact ? byLargestRemainder() : new int[quotas.length];
        this.most = exact ? least : new int[quotas.length];
        if (exact) return;
        bound(weights, true);
        if (IntStream.of(least).sum() > total || IntStream.of(most).sum() < total) bound(weights, false);
    }

    /// @param available questions of each domain; a domain may be asked for more where its weight leaves no choice
    /// @return how many of each, which sum to the total
    static int[] of(List<Range> weights, int total, int[] available) {
        return weights.isEmpty() ? new int[0] : new Apportionment(weights, total).counts(available);
    }

    private int[] counts(int[] available) {
        var counts = byLargestRemainder();
        for (int i = 0; i < counts.length; i++)
            counts[i] = Math.clamp(Math.min(counts[i], available[i]), least[i], most[i]);
        var within = new int[counts.length];
        for (int i = 0; i < counts.length; i++)
            within[i] = Math.clamp(available[i], least[i], most[i]);
        raise(counts, within);
        raise(counts, most);
        lower(counts);
        return counts;
    }

    /// To the whole number that each range holds; where rounding leaves none, to the nearest ones outside.
    private void bound(List<Range> weights, boolean strictly) {
        for (int i = 0; i < weights.size(); i++) {
            double from = weights.get(i).from() * total / 100;
            double to = weights.get(i).to() * total / 100;
            least[i] = (int) Math.ceil(from - NOISE);
            most[i] = (int) Math.floor(to + NOISE);
            if (strictly && least[i] <= most[i]) continue;
            least[i] = (int) Math.floor(from + NOISE);
            most[i] = (int) Math.ceil(to - NOISE);
        }
    }

    private int[] byLargestRemainder() {
        var endless = IntStream.generate(() -> Integer.MAX_VALUE).limit(quotas.length).toArray();
        var counts = new int[quotas.length];
        for (int i = 0; i < quotas.length; i++)
            counts[i] = (int) Math.floor(quotas[i] + NOISE);
        for (int left = total - IntStream.of(counts).sum(); left > 0; left--)
            counts[furthestBelow(counts, endless)]++;
        return counts;
    }

    private void raise(int[] counts, int[] limits) {
        for (int left = total - IntStream.of(counts).sum(); left > 0; left--) {
            int domain = furthestBelow(counts, limits);
            if (domain < 0) return;
            counts[domain]++;
        }
    }

    private void lower(int[] counts) {
        for (int over = IntStream.of(counts).sum() - total; over > 0; over--) {
            int domain = IntStream.range(0, counts.length)
                    .filter(i -> counts[i] > least[i])
                    .boxed()
                    .max((one, other) -> Double.compare(counts[one] - quotas[one], counts[other] - quotas[other]))
                    .orElse(-1);
            if (domain < 0) return;
            counts[domain]--;
        }
    }

    private int furthestBelow(int[] counts, int[] limits) {
        int best = -1;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] >= limits[i]) continue;
            if (best < 0 || quotas[i] - counts[i] > quotas[best] - counts[best] + NOISE) best = i;
        }
        return best;
    }
}
