package org.coursewright.exam;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The questions that a blueprint can draw from, by what must stay together, by domain and by task.
final class Pool {

    private static final Comparator<Unit> LEAST_USED = Comparator.comparingInt(Unit::uses).thenComparingInt(Unit::lot);

    private final List<String> domains;
    private final List<Unit> cases = new ArrayList<>();
    private final List<Unit> singles = new ArrayList<>();
    private final List<Unit> tried = new ArrayList<>();
    private final List<List<List<Unit>>> byTask = new ArrayList<>();
    private final int[] scored;
    private final int unscored;

    /// A case study of which a question has no domain in the blueprint is not asked: it would not be whole.
    Pool(Blueprint blueprint, Collection<Candidate> candidates) {
        this.domains = blueprint.domains().isEmpty()
                ? List.of("")
                : blueprint.domains().stream().map(Blueprint.Domain::id).toList();
        var together = new LinkedHashMap<String, List<Candidate>>();
        for (var one : candidates)
            together.computeIfAbsent(one.caseVersionId() == null
                    ? "question " + one.questionId()
                    : "case " + one.caseVersionId(), _ -> new ArrayList<>()).add(one);
        var units = new ArrayList<Unit>();
        together.values().forEach(questions -> {
            var unit = new Unit(questions, questions.stream().mapToInt(this::domain).toArray());
            if (IntStream.range(0, questions.size()).allMatch(at -> unit.domain(at) >= 0)) units.add(unit);
        });
        connect(units);
        units.removeIf(unit -> unit.enemies().contains(unit));
        this.scored = new int[domains.size()];
        units.forEach(unit -> IntStream.range(0, unit.questions().size())
                .filter(at -> !unit.questions().get(at).unscored())
                .forEach(at -> scored[unit.domain(at)]++));
        this.unscored = (int) units.stream()
                .flatMap(unit -> unit.questions().stream())
                .filter(Candidate::unscored)
                .count();
        sort(units);
    }

    private int domain(Candidate candidate) {
        if (domains.getFirst().isEmpty() && domains.size() == 1) return 0;
        return candidate.domain() == null ? -1 : domains.indexOf(candidate.domain());
    }

    private static void connect(List<Unit> units) {
        var byQuestion = new HashMap<Long, Unit>();
        units.forEach(unit -> unit.questions().forEach(question -> byQuestion.put(question.questionId(), unit)));
        for (var unit : units)
            for (var question : unit.questions())
                for (long id : question.enemies()) {
                    var enemy = byQuestion.get(id);
                    if (enemy == null) continue;
                    unit.enemies().add(enemy);
                    enemy.enemies().add(unit);
                }
    }

    private void sort(List<Unit> units) {
        var tasks = new ArrayList<Map<String, List<Unit>>>();
        domains.forEach(_ -> tasks.add(new TreeMap<>()));
        for (var unit : units) {
            var first = unit.questions().getFirst();
            if (unit.isCase()) cases.add(unit);
            else if (first.unscored()) tried.add(unit);
            else {
                singles.add(unit);
                var task = first.task() == null ? "" : first.task();
                tasks.get(unit.domain(0)).computeIfAbsent(task, _ -> new ArrayList<>()).add(unit);
            }
        }
        tasks.forEach(groups -> byTask.add(new ArrayList<>(groups.values())));
    }

    List<String> domains() {
        return domains;
    }

    /// How many questions of each domain may count.
    int[] scored() {
        return scored.clone();
    }

    /// How many are only tried out.
    int unscored() {
        return unscored;
    }

    /// Case studies, the least used first.
    List<Unit> cases() {
        return cases;
    }

    /// Questions that stand alone and may count, the least used first.
    List<Unit> singles() {
        return singles;
    }

    /// Questions that stand alone and are tried out, the least used first.
    List<Unit> tried() {
        return tried;
    }

    /// Of one domain: by task those that stand alone and may count, the least used first.
    List<List<Unit>> tasks(int domain) {
        return byTask.get(domain);
    }

    /// Draws all lots anew.
    void shuffle(Random random) {
        for (var list : List.of(cases, singles, tried))
            list.forEach(unit -> unit.draw(random.nextInt()));
        order();
    }

    /// Puts the least used first.
    void order() {
        order(LEAST_USED);
    }

    /// Puts those first that stand in nobody's way.
    void orderByEnemies() {
        order(Comparator.<Unit>comparingInt(unit -> unit.enemies().size()).thenComparing(LEAST_USED));
    }

    private void order(Comparator<Unit> order) {
        cases.sort(order);
        singles.sort(order);
        tried.sort(order);
        byTask.forEach(tasks -> tasks.forEach(units -> units.sort(order)));
    }
}
