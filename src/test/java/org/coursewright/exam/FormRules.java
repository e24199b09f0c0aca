package org.coursewright.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What every form must hold, and every refusal, counted anew.
final class FormRules {

    private FormRules() {}

    static void check(Blueprint blueprint, List<Candidate> bank, List<Forms.Chosen> form) {
        var known = bank.stream().collect(Collectors.toMap(Candidate::questionId, one -> one));
        var ids = new HashSet<Long>();
        assertThat(form).allMatch(one -> ids.add(one.questionId()));
        int scored = (int) form.stream().filter(Forms.Chosen::scored).count();
        assertThat(blueprint.scored().holds(scored)).as("scored " + scored).isTrue();
        assertThat(blueprint.unscored().holds(form.size() - scored)).as("unscored").isTrue();
        for (var one : form) {
            var question = Objects.requireNonNull(known.get(one.questionId()));
            assertThat(one.scored() && question.unscored()).as("a tried question counts").isFalse();
            assertThat(question.enemies()).doesNotContainAnyElementsOf(ids);
            var asked = blueprint.sections().get(one.section()).domains();
            assertThat(asked.isEmpty() || asked.contains(one.domain())).as("domain of the section").isTrue();
        }
        domains(blueprint, form, scored);
        sections(blueprint, form);
        cases(bank, form, ids);
    }

    private static void domains(Blueprint blueprint, List<Forms.Chosen> form, int scored) {
        for (var domain : blueprint.domains()) {
            long count = form.stream().filter(one -> one.scored() && domain.id().equals(one.domain())).count();
            assertThat((double) count).as(domain.id()).isBetween(
                    Math.floor(domain.weight().from() * scored / 100 + 1e-9),
                    Math.ceil(domain.weight().to() * scored / 100 - 1e-9));
        }
    }

    private static void sections(Blueprint blueprint, List<Forms.Chosen> form) {
        int last = 0;
        var counts = new HashMap<Integer, Integer>();
        for (var one : form) {
            assertThat(one.section()).isGreaterThanOrEqualTo(last);
            last = one.section();
            counts.merge(last, 1, Integer::sum);
        }
        for (int at = 0; at < blueprint.sections().size(); at++) {
            var items = blueprint.sections().get(at).items();
            if (items != null) assertThat(items.holds(counts.getOrDefault(at, 0))).as("section " + at).isTrue();
        }
    }

    private static void cases(List<Candidate> bank, List<Forms.Chosen> form, HashSet<Long> ids) {
        var places = new HashMap<Long, List<Integer>>();
        for (int at = 0; at < form.size(); at++) {
            int place = at;
            var study = form.get(at).caseVersionId();
            if (study != null) places.merge(study, List.of(place), (some, more) -> {
                assertThat(some.getLast()).as("neighbours").isEqualTo(place - 1);
                return List.of(some.getFirst(), more.getFirst());
            });
        }
        assertThat(bank.stream().filter(one -> places.containsKey(one.caseVersionId())).map(Candidate::questionId))
                .as("whole").allMatch(ids::contains);
    }

    /// A refusal that counts is compared with a count; that enemies or case studies are in the way can be true only
    /// where there are some.
    static void check(Blueprint blueprint, List<Candidate> bank, Lack lack) {
        var usable = usable(blueprint, bank);
        Map<String, Long> scorable = usable.stream().filter(one -> !one.unscored())
                .collect(Collectors.groupingBy(one -> String.valueOf(one.domain()), Collectors.counting()));
        assertThat(lack.kind() == Lack.Kind.TOGETHER || lack.needed() > lack.had()
                || lack.kind() == Lack.Kind.ROOM).isTrue();
        switch (lack.kind()) {
            case DOMAIN -> assertThat((long) lack.had()).isEqualTo(scorable.getOrDefault(lack.name(), 0L));
            case UNSCORED ->
                assertThat((double) usable.size()).isLessThan(blueprint.scored().from() + blueprint.unscored().to());
            case TOGETHER -> assertThat(usable).anyMatch(
                    one -> one.caseVersionId() != null || !one.enemies().isEmpty());
            case SECTION, ROOM -> assertThat(blueprint.sections()).hasSizeGreaterThan(1);
            case ITEMS -> assertThat(blueprint.scored().to()).isZero();
        }
    }

    private static List<Candidate> usable(Blueprint blueprint, List<Candidate> bank) {
        var domains = blueprint.domains().stream().map(Blueprint.Domain::id).toList();
        var broken = bank.stream()
                .filter(one -> one.caseVersionId() != null)
                .filter(one -> !domains.contains(one.domain()) || bank.stream().anyMatch(
                        other -> Objects.equals(other.caseVersionId(), one.caseVersionId())
                                && one.enemies().contains(other.questionId())))
                .map(Candidate::caseVersionId)
                .collect(Collectors.toSet());
        return bank.stream()
                .filter(one -> domains.contains(one.domain()))
                .filter(one -> one.caseVersionId() == null || !broken.contains(one.caseVersionId()))
                .toList();
    }
}
