package org.coursewright.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormBuilderTest {

    private static final int MOST = 200;

    @Test
    void aFormHasOfEachDomainWhatItsWeightSays() {
        var blueprint = Bank.blueprint("50", "15", "cloud", "24", "security", "30", "technology", "34", "billing",
                "12");
        var bank = new Bank().with(60, "cloud", null).with(70, "security", null).with(80, "technology", null)
                .with(40, "billing", null);
        var forms = built(blueprint, bank);
        assertThat(forms).hasSize(MOST);
        assertThat(forms).allSatisfy(form -> {
            assertThat(form).hasSize(65);
            assertThat(domains(form)).isEqualTo(Map.of("cloud", 12, "security", 15, "technology", 17, "billing", 6));
        });
    }

    @Test
    void theSameSeedGivesTheSameForms() {
        var blueprint = Bank.blueprint("10", "0", "a", "60", "b", "40");
        var bank = new Bank().with(20, "a", "1").withCase("a", "b").with(20, "b", "2").enemies(0, 1);
        assertThat(built(blueprint, bank)).isEqualTo(built(blueprint, bank));
    }

    @Test
    void tasksAreAskedAlikeAsFarAsTheirQuestionsReach() {
        var blueprint = Bank.blueprint("12", "0", "a", "100");
        var bank = new Bank().with(30, "a", "1").with(30, "a", "2").with(30, "a", "3").with(1, "a", "4");
        assertThat(built(blueprint, bank)).allSatisfy(form -> {
            var tasks = form.stream().collect(Collectors.groupingBy(Forms.Chosen::task, Collectors.counting()));
            assertThat(tasks.getOrDefault("4", 0L)).isBetween(0L, 1L);
            tasks.remove("4");
            assertThat(tasks.values()).allMatch(count -> count == 3 || count == 4).hasSize(3);
        });
    }

    @Test
    void unscoredPlacesGoToQuestionsThatAreTriedOutAndThenToOthers() {
        var blueprint = Bank.blueprint("10", "5", "a", "100");
        var tried = new Bank().with(30, "a", null).withTried(8, "a");
        assertThat(built(blueprint, tried)).allSatisfy(form -> assertThat(form)
                .filteredOn(one -> !one.scored()).hasSize(5).allMatch(one -> one.questionId() > 30));
        var few = new Bank().with(30, "a", null).withTried(2, "a");
        assertThat(built(blueprint, few)).allSatisfy(form -> {
            assertThat(form).filteredOn(one -> !one.scored()).hasSize(5);
            assertThat(form).filteredOn(one -> one.questionId() > 30).hasSize(2).noneMatch(Forms.Chosen::scored);
        });
    }

    @Test
    void whatDoesNotCountStandsAmongTheOthers() {
        var blueprint = Bank.blueprint("20", "20", "a", "100");
        var forms = built(blueprint, new Bank().with(60, "a", null).withTried(30, "a"));
        assertThat(forms).extracting(form -> form.getFirst().scored()).contains(true, false);
        assertThat(forms).extracting(form -> form.getLast().scored()).contains(true, false);
    }

    @Test
    void aCaseStudyIsAskedWholeAndTogether() {
        var blueprint = Bank.blueprint("20", "0", "a", "50", "b", "50");
        var bank = new Bank().with(40, "a", null).with(40, "b", null).withCase("a", "b", "b").withCase("a", "a");
        var forms = built(blueprint, bank);
        assertThat(forms).allSatisfy(form -> FormRules.check(blueprint, bank.questions(), form));
        assertThat(forms).anyMatch(form -> form.stream().anyMatch(one -> one.caseVersionId() != null));
    }

    @Test
    void enemiesNeverMeet() {
        var blueprint = Bank.blueprint("10", "2", "a", "100");
        var bank = new Bank().with(20, "a", null);
        for (int i = 0; i < 8; i++)
            bank.enemies(i, i + 8);
        assertThat(built(blueprint, bank)).allSatisfy(form -> FormRules.check(blueprint, bank.questions(), form));
    }

    @Test
    void sectionsAskTheirDomainsInTheirOrder() {
        var blueprint = Bank.blueprint("""
                {'items': {'scored': '30', 'unscored': '10'},
                 'domains': [{'id': 'a', 'weight': '40'}, {'id': 'b', 'weight': '40'}, {'id': 'c', 'weight': '20'}],
                 'sections': [{'title': 'Labs', 'domains': ['c'], 'items': '6-9'}, {'title': 'One', 'items': '15'},
                              {'title': 'Rest'}]}""");
        var bank = new Bank().with(40, "a", null).with(40, "b", null).with(40, "c", null);
        assertThat(built(blueprint, bank)).hasSize(MOST).allSatisfy(form -> {
            FormRules.check(blueprint, bank.questions(), form);
            assertThat(form.stream().filter(one -> one.section() == 0)).hasSize(9);
            assertThat(form.stream().filter(one -> one.section() == 1).map(Forms.Chosen::domain)).contains("a", "b");
            assertThat(form.stream().filter(one -> one.section() == 2)).hasSize(16);
        });
    }

    @Test
    void questionsAreUsedAlike() {
        var blueprint = Bank.blueprint("50", "15", "a", "30", "b", "26", "c", "24", "d", "20");
        var bank = new Bank();
        for (var domain : List.of("a", "b", "c", "d"))
            for (var task : List.of("1", "2"))
                bank.with(30, domain, domain + task);
        bank.withCase("a", "a", "b").withCase("c", "d").withTried(40, "a");
        var uses = new HashMap<Long, Integer>();
        built(blueprint, bank).forEach(form -> form.forEach(one -> uses.merge(one.questionId(), 1, Integer::sum)));
        for (var kind : List.of("a1", "b1", "c2", "d2"))
            assertThat(spread(bank, uses, question -> kind.equals(question.task()))).as(kind).isLessThanOrEqualTo(2);
        for (var domain : List.of("a", "b", "c", "d"))
            assertThat(spread(bank, uses, question -> question.caseVersionId() == null && !question.unscored()
                    && domain.equals(question.domain()))).as(domain).isLessThanOrEqualTo(3);
        assertThat(spread(bank, uses, Candidate::unscored)).as("tried").isLessThanOrEqualTo(1);
    }

    @Test
    void formsReallyDiffer() {
        var blueprint = Bank.blueprint("50", "0", "a", "100");
        assertThat(built(blueprint, new Bank().with(50, "a", null))).hasSize(1);
        assertThat(built(blueprint, new Bank().with(52, "a", null))).hasSize(1);
        var some = built(blueprint, new Bank().with(60, "a", null));
        assertThat(some).hasSizeBetween(6, MOST);
        assertThat(built(blueprint, new Bank().with(150, "a", null))).hasSize(MOST);
        for (var one : some)
            for (var other : some)
                if (one != other)
                    assertThat(ids(one).stream().filter(id -> !ids(other).contains(id))).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void aRangeTakesTheMostThatCanBeMet() {
        var blueprint = Bank.blueprint("40-60", "0", "a", "25-30", "b", "35-40", "c", "30-35");
        var plenty = new Bank().with(90, "a", null).with(90, "b", null).with(90, "c", null);
        assertThat(built(blueprint, plenty).getFirst().size()).isEqualTo(60);
        var few = new Bank().with(12, "a", null).with(90, "b", null).with(90, "c", null);
        assertThat(built(blueprint, few).getFirst().size()).isEqualTo(46);
    }

    @Test
    void whatIsLackingIsCounted() {
        var blueprint = Bank.blueprint("50", "5", "secure", "30", "resilient", "70");
        assertThat(lacks(blueprint, new Bank().with(11, "secure", null).with(90, "resilient", null))).containsExactly(
                "Domain 'secure' lacks 4 questions: 15 are needed, the banks have 11.");
        assertThat(lacks(blueprint, new Bank().with(14, "secure", null).with(30, "resilient", null))).containsExactly(
                "Domain 'secure' lacks 1 question: 15 are needed, the banks have 14.",
                "Domain 'resilient' lacks 5 questions: 35 are needed, the banks have 30.");
        assertThat(lacks(blueprint, new Bank().with(17, "secure", null).with(36, "resilient", null))).containsExactly(
                "Of unscored questions there lack 2: 5 are needed beside those that count, the banks have 3.");
        assertThat(lacks(Bank.blueprint("{'domains': [{'id': 'a', 'weight': '100'}]}"), new Bank())).containsExactly(
                "No form can be built: this version does not say how many questions it has.");
    }

    @Test
    void sectionsThatDoNotFitAreNamed() {
        var text = """
                {'items': {'scored': '30'}, 'domains': [{'id': 'a', 'weight': '50'}, {'id': 'b', 'weight': '50'}],
                 'sections': [{'title': 'One', 'domains': ['a'], 'items': '%s'}, {'title': 'Two', 'domains': [%s]%s}]}""";
        var bank = new Bank().with(40, "a", null).with(40, "b", null);
        assertThat(lacks(Bank.blueprint(text.formatted("20", "'b'", "")), bank)).containsExactly(
                "Section 'One' lacks 5 questions: it asks for 20, its domains have 15 of this exam.");
        assertThat(lacks(Bank.blueprint(text.formatted("10", "'b'", "")), bank)).containsExactly(
                "The sections hold 10 questions of domain 'a', its weight makes 15.");
        assertThat(lacks(Bank.blueprint(text.formatted("15", "'b'", ", 'items': '5'")), bank)).containsExactly(
                "The sections hold 20 questions, the exam has 30.");
        assertThat(built(Bank.blueprint(text.formatted("10", "'a', 'b'", "")), bank)).isNotEmpty();
    }

    @Test
    void enemiesInTheWayAreSaid() {
        var bank = new Bank().with(10, "a", null);
        for (int i = 0; i < 5; i++)
            bank.enemies(i, i + 5);
        assertThat(lacks(Bank.blueprint("6", "0", "a", "100"), bank)).singleElement().asString()
                .startsWith("No form was found in which enemies stand apart");
        assertThat(built(Bank.blueprint("5", "0", "a", "100"), bank)).isNotEmpty();
    }

    @Test
    void whateverTheBankAFormMeetsTheBlueprintOrTheRefusalIsTrue() {
        int met = 0;
        int refused = 0;
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var blueprint = blueprint(random);
            var bank = bank(random, blueprint);
            switch (new FormBuilder(blueprint, bank.questions(), seed).build(5)) {
                case FormBuilder.Outcome.Built(var forms) -> {
                    forms.forEach(form -> FormRules.check(blueprint, bank.questions(), form));
                    met++;
                }
                case FormBuilder.Outcome.Lacking(var lacks) -> {
                    assertThat(lacks).as("seed " + seed).isNotEmpty()
                            .allSatisfy(lack -> FormRules.check(blueprint, bank.questions(), lack));
                    refused++;
                }
            }
        }
        assertThat(met).isGreaterThan(50);
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    void tenThousandQuestionsAreNoTrouble() {
        var blueprint = Bank.blueprint("50", "15", "a", "30", "b", "26", "c", "24", "d", "20");
        var random = new Random(3);
        var bank = new Bank();
        for (int i = 0; i < 2_000; i++)
            for (var domain : List.of("a", "b", "c", "d"))
                bank.with(1, domain, domain + random.nextInt(5));
        for (int i = 0; i < 400; i++)
            bank.withCase("a", "b", "c", "d", "a");
        for (int i = 0; i < 2_000; i++)
            bank.enemies(random.nextInt(8_000), random.nextInt(8_000));
        var questions = bank.questions();
        var thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        var outcome = new FormBuilder(blueprint, questions, 7).build(MOST);
        long took = (thread.getCurrentThreadCpuTime() - start) / 1_000_000;
        assertThat(((FormBuilder.Outcome.Built) outcome).forms()).hasSize(MOST);
        assertThat(took).as("CPU milliseconds").isLessThan(2_000);
    }

    private static Blueprint blueprint(Random random) {
        int a = 20 + random.nextInt(40);
        var weights = random.nextBoolean()
                ? new String[]{"" + a, "" + (90 - a), "10"}
                : new String[]{(a - 10) + "-" + (a + 10), "20-60", "5-40"};
        int scored = 5 + random.nextInt(30);
        int unscored = random.nextInt(3) == 0 ? random.nextInt(8) : 0;
        var sections = switch (random.nextInt(4)) {
            case 0 -> "{'title': 'One', 'items': '%s'}, {'title': 'Two'}".formatted((scored + unscored) / 2);
            case 1 -> "{'title': 'One', 'domains': ['c', 'b']}, {'title': 'Two', 'domains': ['a']}";
            default -> "";
        };
        return Bank.blueprint("""
                {'items': {'scored': '%s', 'unscored': '%s'}, 'sections': [%s], 'domains': [
                {'id': 'a', 'weight': '%s'}, {'id': 'b', 'weight': '%s'}, {'id': 'c', 'weight': '%s'}]}
                """.formatted(random.nextBoolean() ? scored : scored - 2 + "-" + scored, unscored, sections, weights[0],
                weights[1], weights[2]));
    }

    private static Bank bank(Random random, Blueprint blueprint) {
        var bank = new Bank();
        int size = (int) blueprint.scored().to();
        for (var domain : List.of("a", "b", "c", "unknown"))
            bank.with(random.nextInt(size + 3), domain, random.nextBoolean() ? null : "t" + random.nextInt(3))
                    .with(random.nextInt(4), domain, "u");
        for (int cases = random.nextInt(3); cases > 0; cases--)
            bank.withCase("a", random.nextBoolean() ? "b" : "c");
        bank.withTried(random.nextInt(5), "b");
        for (int pairs = bank.size() < 2 ? 0 : random.nextInt(6); pairs > 0; pairs--) {
            int one = random.nextInt(bank.size());
            int other = random.nextInt(bank.size());
            if (one != other) bank.enemies(one, other);
        }
        return bank;
    }

    private static List<List<Forms.Chosen>> built(Blueprint blueprint, Bank bank) {
        var outcome = new FormBuilder(blueprint, bank.questions(), 7).build(MOST);
        assertThat(outcome).isInstanceOf(FormBuilder.Outcome.Built.class);
        return ((FormBuilder.Outcome.Built) outcome).forms();
    }

    private static List<String> lacks(Blueprint blueprint, Bank bank) {
        var outcome = new FormBuilder(blueprint, bank.questions(), 7).build(MOST);
        assertThat(outcome).isInstanceOf(FormBuilder.Outcome.Lacking.class);
        return ((FormBuilder.Outcome.Lacking) outcome).lacks().stream().map(Lack::words).toList();
    }

    private static Map<String, Integer> domains(List<Forms.Chosen> form) {
        var domains = new HashMap<String, Integer>();
        form.stream().filter(Forms.Chosen::scored).forEach(one -> domains.merge(
                String.valueOf(one.domain()), 1, Integer::sum));
        return domains;
    }

    private static Set<Long> ids(List<Forms.Chosen> form) {
        return form.stream().map(Forms.Chosen::questionId).collect(Collectors.toSet());
    }

    private static int spread(
            Bank bank, Map<Long, Integer> uses, java.util.function.Predicate<Candidate> which) {
        var counts = new TreeSet<>(bank.questions().stream()
                .filter(which)
                .map(question -> uses.getOrDefault(question.questionId(), 0))
                .toList());
        assertThat(counts).isNotEmpty();
        return IntStream.of(counts.getLast(), -counts.getFirst()).sum();
    }
}
