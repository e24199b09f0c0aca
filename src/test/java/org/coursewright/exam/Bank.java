package org.coursewright.exam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Questions of a made-up bank, and blueprints, for tests.
final class Bank {

    private static final long VERSION = 1_000_000;

    private final List<Candidate> questions = new ArrayList<>();
    private final Map<Long, Set<Long>> enemies = new HashMap<>();

    /// @param blueprint JSON of its keys, with `'` for quotes
    static Blueprint blueprint(String blueprint) {
        return Blueprint.of(JsonMapper.shared().readTree(blueprint.replace('\'', '"')));
    }

    /// @param domains id and weight in turn
    static Blueprint blueprint(String scored, String unscored, String... domains) {
        var written = new ArrayList<String>();
        for (int i = 0; i < domains.length; i += 2)
            written.add("{'id': '%s', 'weight': '%s'}".formatted(domains[i], domains[i + 1]));
        return blueprint("{'items': {'scored': '%s', 'unscored': '%s'}, 'domains': %s}"
                .formatted(scored, unscored, written));
    }

    Bank with(int count, String domain, @Nullable String task) {
        for (int i = 0; i < count; i++)
            add(null, domain, task, false);
        return this;
    }

    Bank withTried(int count, String domain) {
        for (int i = 0; i < count; i++)
            add(null, domain, null, true);
        return this;
    }

    /// A case study with a question of each of the domains.
    Bank withCase(String... domains) {
        long study = 2 * VERSION + questions.size();
        for (var domain : domains)
            add(study, domain, null, false);
        return this;
    }

    /// @param one position of a question, from 0
    Bank enemies(int one, int other) {
        enemies.computeIfAbsent(one + 1L, _ -> new HashSet<>()).add(other + 1L);
        enemies.computeIfAbsent(other + 1L, _ -> new HashSet<>()).add(one + 1L);
        return this;
    }

    int size() {
        return questions.size();
    }

    List<Candidate> questions() {
        return questions.stream()
                .map(one -> new Candidate(
                        one.questionId(), one.versionId(), one.caseVersionId(), one.domain(), one.task(),
                        Set.copyOf(enemies.getOrDefault(one.questionId(), Set.of())), one.unscored()))
                .toList();
    }

    private void add(@Nullable Long study, String domain, @Nullable String task, boolean unscored) {
        long id = questions.size() + 1L;
        questions.add(new Candidate(id, VERSION + id, study, domain, task, Set.of(), unscored));
    }
}
