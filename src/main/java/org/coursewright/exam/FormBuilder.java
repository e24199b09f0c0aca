package org.coursewright.exam;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Chooses questions for forms that meet a blueprint: domains and tasks as it weighs them, case studies whole, enemies
/// apart, and all questions used alike. Pure; the same seed gives the same forms.
final class FormBuilder {

    private static final int TRIES = 40;
    private static final int HALF = 2;
    private static final int DIFFERS = 10;

    private final Blueprint blueprint;
    private final Pool pool;
    private final Random random;

    FormBuilder(Blueprint blueprint, Collection<Candidate> candidates, long seed) {
        this.blueprint = blueprint;
        this.pool = new Pool(blueprint, candidates);
        this.random = new Random(seed);
    }

    /// Forms, or what keeps from building any.
    sealed interface Outcome {

        /// @param forms at least one; two of them differ in a tenth of their questions
        record Built(List<List<Forms.Chosen>> forms) implements Outcome {}

        record Lacking(List<Lack> lacks) implements Outcome {}
    }

    /// @param most how many forms; there are fewer when the pool is too small for forms that differ
    Outcome build(int most) {
        List<Lack> lacks = List.of();
        for (int scored = upper(blueprint.scored()); scored >= lower(blueprint.scored()); scored--)
            for (int unscored = upper(blueprint.unscored()); unscored >= lower(blueprint.unscored()); unscored--) {
                var plan = new Plan(blueprint, pool, scored, unscored);
                lacks = plan.lacks();
                if (!lacks.isEmpty()) continue;
                pool.shuffle(random);
                var forms = new Series(plan).build(most);
                if (!forms.isEmpty()) return new Outcome.Built(forms);
                lacks = List.of(new Lack(Lack.Kind.TOGETHER, "", scored + unscored, 0));
            }
        return new Outcome.Lacking(lacks);
    }

    private static int upper(Range range) {
        return (int) Math.floor(range.to());
    }

    private static int lower(Range range) {
        return (int) Math.ceil(range.from());
    }

    /// Forms of one plan, one after another.
    private final class Series {

        private final Plan plan;
        private final double[] rates;
        private final Map<Unit, Double> turns = new HashMap<>();
        private final Map<Long, Integer> numbers = new HashMap<>();
        private final List<BitSet> before = new ArrayList<>();
        private final List<List<Forms.Chosen>> forms = new ArrayList<>();

        Series(Plan plan) {
            this.plan = plan;
            var had = pool.scored();
            this.rates = IntStream.range(0, had.length)
                    .mapToDouble(domain -> (double) plan.count(domain) / Math.max(had[domain], 1))
                    .toArray();
            pool.cases().forEach(unit -> turns.put(unit, random.nextDouble()));
        }

        List<List<Forms.Chosen>> build(int most) {
            for (int tries = 0; forms.size() < most && tries < TRIES; tries++)
                if (addOne(tries)) tries = -1;
            return List.copyOf(forms);
        }

        private boolean addOne(int tries) {
            if (tries > 0) pool.shuffle(random);
            else
                pool.order();
            if (tries >= TRIES / HALF) pool.orderByEnemies();
            var draft = new Draft(plan, pool, this::isWorn);
            if (!draft.fill(unit -> tries == 0 ? isDue(unit) : random.nextBoolean())) return false;
            var questions = new BitSet();
            draft.taken().forEach(unit -> unit.questions().forEach(question -> questions.set(number(question))));
            if (before.stream().anyMatch(other -> isLike(other, questions))) return false;
            before.add(questions);
            draft.taken().forEach(unit -> {
                unit.use();
                unit.draw(random.nextInt());
            });
            return forms.add(draft.shuffled(random));
        }

        private int number(Candidate question) {
            return numbers.computeIfAbsent(question.questionId(), _ -> numbers.size());
        }

        private static boolean isLike(BitSet other, BitSet questions) {
            var same = (BitSet) other.clone();
            same.and(questions);
            int size = questions.cardinality();
            return size - same.cardinality() < Math.ceilDiv(size, DIFFERS);
        }

        /// A case study's turn comes as often as that of its domains' other questions.
        private boolean isDue(Unit unit) {
            return (forms.size() + 1) * rate(unit) >= unit.uses() + turns.getOrDefault(unit, 0.0);
        }

        /// Nothing is asked in more than half of the forms where the domain has others.
        private boolean isWorn(Unit unit) {
            return unit.uses() > Math.max(rate(unit), 1.0 / HALF) * (forms.size() + 1);
        }

        private double rate(Unit unit) {
            return IntStream.range(0, unit.questions().size())
                    .mapToDouble(at -> rates[unit.domain(at)])
                    .average()
                    .orElse(0);
        }
    }
}
