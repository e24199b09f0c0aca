package org.coursewright.exam;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// One form while it is chosen. The least used come first, and those that nearly all forms ask last.
final class Draft {

    private static final Comparator<Queue> FEWEST = Comparator.comparingInt(Queue::count)
            .thenComparingInt(queue -> queue.next().uses())
            .thenComparingInt(queue -> queue.next().lot());

    private final Plan plan;
    private final Pool pool;
    private final Predicate<Unit> worn;
    private final int[][] open;
    private final int[] openTried;
    private final Set<Unit> taken = new LinkedHashSet<>();
    private final Set<Unit> barred = new LinkedHashSet<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final List<List<List<Forms.Chosen>>> sections = new ArrayList<>();

    /// @param worn whether a unit stands in so many forms that others shall come before it
    Draft(Plan plan, Pool pool, Predicate<Unit> worn) {
        this.plan = plan;
        this.pool = pool;
        this.worn = worn;
        this.open = plan.cells();
        this.openTried = plan.tried();
        for (int section = 0; section < plan.sections(); section++)
            sections.add(new ArrayList<>());
    }

    /// @param due whether it is a case study's turn
    /// @return whether all places are filled
    boolean fill(Predicate<Unit> due) {
        for (var unit : pool.cases())
            if (due.test(unit) || isNeeded(unit)) take(unit, true);
        return scarcest().stream().allMatch(this::fill)
                && IntStream.range(0, plan.sections()).allMatch(this::fillTried);
    }

    Set<Unit> taken() {
        return taken;
    }

    /// Its questions by section, in an order of chance; case studies stay together.
    List<Forms.Chosen> shuffled(Random random) {
        var all = new ArrayList<Forms.Chosen>();
        for (var section : sections) {
            Collections.shuffle(section, random);
            section.forEach(all::addAll);
        }
        return List.copyOf(all);
    }

    /// Whether a domain of this case study has not enough other questions.
    private boolean isNeeded(Unit unit) {
        return IntStream.range(0, unit.questions().size())
                .anyMatch(at -> wanted(unit.domain(at)) > alone(unit.domain(at)));
    }

    private int wanted(int domain) {
        return Arrays.stream(open).mapToInt(section -> section[domain]).sum();
    }

    private int alone(int domain) {
        return pool.tasks(domain).stream().mapToInt(List::size).sum();
    }

    /// Domains with the fewest questions to spare first.
    private List<Integer> scarcest() {
        return IntStream.range(0, pool.domains().size())
                .boxed()
                .sorted(Comparator.comparingInt(domain -> alone(domain) - wanted(domain)))
                .toList();
    }

    /// Takes from that task of the domain of which the fewest are asked yet.
    private boolean fill(int domain) {
        var tasks = new ArrayList<Queue>();
        pool.tasks(domain).forEach(units -> tasks.add(new Queue(domain, units)));
        for (int left = wanted(domain); left > 0; left--) {
            var next = tasks.stream()
                    .filter(task -> task.hasNext(false))
                    .min(FEWEST)
                    .or(() -> tasks.stream().filter(task -> task.hasNext(true)).min(FEWEST));
            if (next.isEmpty() || !take(next.get().take(), false)) return false;
        }
        return true;
    }

    private boolean fillTried(int section) {
        for (var units : List.of(pool.tried(), pool.singles(), pool.cases()))
            for (var unit : units) {
                if (openTried[section] == 0) return true;
                if (isFree(unit)) take(unit, section, true);
            }
        return openTried[section] == 0;
    }

    private boolean isFree(Unit unit) {
        return !taken.contains(unit) && !barred.contains(unit);
    }

    /// Puts a unit into the section that has most room for it.
    ///
    /// @param mayTry whether some of its questions need not count
    private boolean take(Unit unit, boolean mayTry) {
        if (!isFree(unit)) return false;
        return IntStream.range(0, open.length)
                .boxed()
                .sorted(Comparator.comparingInt(section -> -open[section][unit.domain(0)]))
                .anyMatch(section -> take(unit, section, mayTry));
    }

    private boolean take(Unit unit, int section, boolean mayTry) {
        var places = open[section].clone();
        int tried = openTried[section];
        var scored = new BitSet();
        for (int at = 0; at < unit.questions().size(); at++) {
            int domain = unit.domain(at);
            if (!unit.questions().get(at).unscored() && places[domain] > 0) {
                places[domain]--;
                scored.set(at);
            } else if (!mayTry || --tried < 0 || !plan.asks(section, domain)) return false;
        }
        open[section] = places;
        openTried[section] = tried;
        put(unit, section, scored);
        return true;
    }

    private void put(Unit unit, int section, BitSet scored) {
        taken.add(unit);
        barred.addAll(unit.enemies());
        var chosen = new ArrayList<Forms.Chosen>();
        for (int at = 0; at < unit.questions().size(); at++) {
            var question = unit.questions().get(at);
            chosen.add(question.chosen(section, scored.get(at)));
            if (scored.get(at)) asked.merge(task(unit.domain(at), question), 1, Integer::sum);
        }
        sections.get(section).add(chosen);
    }

    private static String task(int domain, Candidate question) {
        return domain + " " + Objects.requireNonNullElse(question.task(), "");
    }

    /// The questions of one task, as far as they are still free.
    private final class Queue {

        private final String task;
        private final List<Unit> units;
        private final List<Unit> later = new ArrayList<>();
        private int at;
        private int atLater;

        Queue(int domain, List<Unit> units) {
            this.task = task(domain, units.getFirst().questions().getFirst());
            this.units = units;
        }

        int count() {
            return asked.getOrDefault(task, 0);
        }

        boolean hasNext(boolean evenWorn) {
            for (; at < units.size(); at++) {
                var unit = units.get(at);
                if (!isFree(unit)) continue;
                if (!worn.test(unit)) return true;
                later.add(unit);
            }
            while (atLater < later.size() && !isFree(later.get(atLater)))
                atLater++;
            return evenWorn && atLater < later.size();
        }

        /// After [#hasNext] said that there is one.
        Unit next() {
            return at < units.size() ? units.get(at) : later.get(atLater);
        }

        Unit take() {
            return at < units.size() ? units.get(at++) : later.get(atLater++);
        }
    }
}
