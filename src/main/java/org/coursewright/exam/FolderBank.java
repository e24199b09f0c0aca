package org.coursewright.exam;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.coursewright.content.Item;
import org.coursewright.content.References;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The questions of banks in a folder, before they have identities: numbers take the place of ids.
final class FolderBank {

    private final References references;
    private final List<Item> questions = new ArrayList<>();
    private final IdentityHashMap<Item, Item> studies = new IdentityHashMap<>();
    private final IdentityHashMap<Item, Long> numbers = new IdentityHashMap<>();

    FolderBank(References references, Collection<Item> banks) {
        this.references = references;
        for (var bank : banks)
            bank.members().forEach(item -> add(item, null));
        questions.forEach(question -> named(question, question.front().path("stimulus").asString(""))
                .forEach(study -> studies.putIfAbsent(question, study)));
    }

    private void add(Item item, @Nullable Item study) {
        if (item.sealed() == null) item.members().forEach(question -> add(question, item));
        else {
            questions.add(item);
            numbers.put(item, (long) numbers.size());
            if (study != null) studies.put(item, study);
        }
    }

    List<Item> questions() {
        return questions;
    }

    /// As a version of the exam sees them.
    List<Candidate> candidates(Placement placement) {
        var enemies = enemies();
        return questions.stream().map(question -> {
            var place = placement.of(text(question.front(), "domain"), text(question.front(), "task"));
            var study = studies.get(question);
            long number = number(question);
            return new Candidate(
                    number, number, study == null ? null : number(study), place.domain(), place.task(),
                    enemies.getOrDefault(question, Set.of()), question.front().path("unscored").asBoolean(false));
        }).toList();
    }

    private IdentityHashMap<Item, Set<Long>> enemies() {
        var enemies = new IdentityHashMap<Item, Set<Long>>();
        for (var question : questions)
            for (var written : question.front().path("enemies"))
                for (var enemy : meant(named(question, written.asString("")))) {
                    if (number(enemy) == number(question)) continue;
                    enemies.computeIfAbsent(question, _ -> new HashSet<>()).add(number(enemy));
                    enemies.computeIfAbsent(enemy, _ -> new HashSet<>()).add(number(question));
                }
        return enemies;
    }

    /// Who names a case study means all of its questions.
    private List<Item> meant(List<Item> named) {
        var meant = named.stream().map(this::number).collect(Collectors.toSet());
        return questions.stream()
                .filter(question -> meant.contains(number(question))
                        || (studies.containsKey(question) && meant.contains(number(studies.get(question)))))
                .toList();
    }

    private List<Item> named(Item question, String written) {
        return question.references().stream()
                .filter(reference -> reference.written().equals(written))
                .flatMap(reference -> references.find(reference).stream())
                .toList();
    }

    private long number(Item item) {
        return numbers.computeIfAbsent(item, _ -> (long) numbers.size());
    }

    private static @Nullable String text(JsonNode front, String key) {
        var value = front.get(key);
        return value == null ? null : value.asString("");
    }
}
