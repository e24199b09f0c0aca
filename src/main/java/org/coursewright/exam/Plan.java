package org.coursewright.exam;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How many questions of each domain stand in each section of a form, and how many there do not count.
final class Plan {

    private static final int ENDLESS = Integer.MAX_VALUE;

    private final Blueprint blueprint;
    private final Pool pool;
    private final int unscored;
    private final int[] counts;
    private final int[][] cells;
    private final int[] tried;
    private final List<Lack> lacks = new ArrayList<>();

    /// @param scored how many questions count
    Plan(Blueprint blueprint, Pool pool, int scored, int unscored) {
        this.blueprint = blueprint;
        this.pool = pool;
        this.unscored = unscored;
        this.counts = blueprint.domains().isEmpty()
                ? new int[]{scored}
                : Apportionment.of(
                        blueprint.domains().stream().map(Blueprint.Domain::weight).toList(), scored, pool.scored());
        this.cells = new int[blueprint.sections().size()][counts.length];
        this.tried = new int[cells.length];
        countLacks(scored);
        arrange(scored + unscored);
    }

    /// What keeps it from being followed; empty = nothing that can be counted.
    List<Lack> lacks() {
        return lacks;
    }

    int sections() {
        return cells.length;
    }

    /// Questions of a domain that count, in all sections.
    int count(int domain) {
        return counts[domain];
    }

    /// Questions by section and domain that count.
    int[][] cells() {
        return IntStream.range(0, cells.length).mapToObj(section -> cells[section].clone()).toArray(int[][]::new);
    }

    /// Questions by section that do not count.
    int[] tried() {
        return tried.clone();
    }

    boolean asks(int section, int domain) {
        var asked = blueprint.sections().get(section).domains();
        return asked.isEmpty() || asked.contains(pool.domains().get(domain));
    }

    private void countLacks(int scored) {
        var had = pool.scored();
        if (scored + unscored == 0) lacks.add(new Lack(Lack.Kind.ITEMS, "", 1, 0));
        for (int domain = 0; domain < counts.length; domain++)
            if (counts[domain] > had[domain])
                lacks.add(new Lack(Lack.Kind.DOMAIN, pool.domains().get(domain), counts[domain], had[domain]));
        int left = pool.unscored() + IntStream.of(had).sum() - IntStream.of(counts).sum();
        if (lacks.isEmpty() && unscored > left) lacks.add(new Lack(Lack.Kind.UNSCORED, "", unscored, left));
    }

    private void arrange(int total) {
        if (!lacks.isEmpty()) return;
        var sizes = sizes(total);
        int fixed = IntStream.of(sizes).filter(size -> size != ENDLESS).sum();
        boolean open = IntStream.of(sizes).anyMatch(size -> size == ENDLESS);
        if (fixed > total || !open && fixed < total) {
            lacks.add(new Lack(Lack.Kind.ROOM, "", total, fixed));
            return;
        }
        if (!spread(sizes, alike(sizes, total)) && !spread(sizes, sizes)) explain(sizes);
        else
            tryOut(sizes);
    }

    /// The most that each section may hold; a range gives way from the last section on.
    private int[] sizes(int total) {
        var items = blueprint.sections().stream().map(Blueprint.Section::items).toList();
        var sizes = items.stream().mapToInt(range -> range == null ? ENDLESS : (int) range.to()).toArray();
        int over = IntStream.of(sizes).filter(size -> size != ENDLESS).sum() - total;
        for (int section = sizes.length - 1; section >= 0; section--) {
            var range = items.get(section);
            if (range == null || over <= 0) continue;
            int less = Math.min(over, sizes[section] - (int) Math.ceil(range.from()));
            sizes[section] -= less;
            over -= less;
        }
        return sizes;
    }

    /// What each section holds of those that count when the others are spread alike.
    private int[] alike(int[] sizes, int total) {
        return IntStream.of(sizes)
                .map(size -> size == ENDLESS ? ENDLESS : size - unscored * size / Math.max(total, 1))
                .toArray();
    }

    /// Puts the questions that count into sections, domain after domain in turn, so that each section gets of each.
    ///
    /// @return whether all have a place and no section stays too empty
    private boolean spread(int[] sizes, int[] limits) {
        for (var row : cells)
            Arrays.fill(row, 0);
        var left = counts.clone();
        boolean all = true;
        for (int rest = IntStream.of(left).sum(); rest > 0; rest--) {
            int domain = most(left);
            all &= place(domain, new boolean[cells.length], limits) || place(domain, new boolean[cells.length], sizes);
            left[domain]--;
        }
        int room = 0;
        for (int section = 0; section < sizes.length; section++)
            if (sizes[section] != ENDLESS) room += sizes[section] - IntStream.of(cells[section]).sum();
        return all && room <= unscored;
    }

    /// The domain of which the greatest share has no place yet.
    private int most(int[] left) {
        return IntStream.range(0, left.length)
                .filter(domain -> left[domain] > 0)
                .boxed()
                .max((one, other) -> Double.compare(
                        (double) left[one] / counts[one], (double) left[other] / counts[other]))
                .orElseThrow();
    }

    /// Finds a place for one question, and moves others where they take it (augmenting path).
    private boolean place(int domain, boolean[] seen, int[] limits) {
        for (int section : emptiest(limits)) {
            if (seen[section] || !asks(section, domain)) continue;
            seen[section] = true;
            if (IntStream.of(cells[section]).sum() < limits[section]) {
                cells[section][domain]++;
                return true;
            }
            for (int other = 0; other < counts.length; other++)
                if (other != domain && cells[section][other] > 0 && place(other, seen, limits)) {
                    cells[section][other]--;
                    cells[section][domain]++;
                    return true;
                }
        }
        return false;
    }

    /// Sections of a fixed size first, by how full they are.
    private List<Integer> emptiest(int[] limits) {
        return IntStream.range(0, cells.length)
                .boxed()
                .sorted((one, other) -> {
                    boolean fixed = limits[one] != ENDLESS;
                    if (fixed != (limits[other] != ENDLESS)) return fixed ? -1 : 1;
                    return Double.compare(fullness(one, limits), fullness(other, limits));
                })
                .toList();
    }

    private double fullness(int section, int[] limits) {
        double held = IntStream.of(cells[section]).sum();
        return limits[section] == ENDLESS ? held : held / Math.max(limits[section], 1);
    }

    private void explain(int[] sizes) {
        for (int domain = 0; domain < counts.length; domain++) {
            int at = domain;
            int placed = IntStream.range(0, cells.length).map(section -> cells[section][at]).sum();
            if (placed < counts[domain])
                lacks.add(new Lack(Lack.Kind.ROOM, pool.domains().get(domain), counts[domain], placed));
        }
        if (!lacks.isEmpty()) return;
        for (int section = 0; section < sizes.length; section++) {
            int held = IntStream.of(cells[section]).sum();
            if (sizes[section] != ENDLESS && held < sizes[section])
                lacks.add(new Lack(
                        Lack.Kind.SECTION, blueprint.sections().get(section).title(), sizes[section], held));
        }
    }

    private void tryOut(int[] sizes) {
        int left = unscored;
        for (int section = 0; section < sizes.length; section++)
            if (sizes[section] != ENDLESS) {
                tried[section] = sizes[section] - IntStream.of(cells[section]).sum();
                left -= tried[section];
            }
        var open = IntStream.range(0, sizes.length).filter(section -> sizes[section] == ENDLESS).toArray();
        for (; left > 0; left--) {
            int next = open[0];
            for (int section : open)
                if (IntStream.of(cells[section]).sum() * (tried[next] + 1) > IntStream.of(cells[next]).sum()
                        * (tried[section] + 1))
                    next = section;
            tried[next]++;
        }
    }
}
