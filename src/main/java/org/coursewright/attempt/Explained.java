package org.coursewright.attempt;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Files of explanations that an attempt may show: of all of its questions once it has ended, of those that were
/// released before.
@Component
class Explained {

    private final Papers papers;
    private final Responses responses;
    private final OpenKeys keys;

    Explained(Papers papers, Responses responses, OpenKeys keys) {
        this.papers = papers;
        this.responses = responses;
        this.keys = keys;
    }

    /// @return its name
    Optional<String> file(School school, Attempt attempt, Hash hash) {
        var released = responses.of(school, attempt.id()).stream()
                .filter(Responses.Kept::released)
                .map(Responses.Kept::position)
                .collect(Collectors.toSet());
        var shown = papers.get(school, attempt.formId()).questions().stream()
                .filter(asked -> attempt.phase() != Phase.OPEN || released.contains(asked.position()))
                .map(asked -> asked.place().versionId())
                .toList();
        return keys.inForce(school, shown).values().stream()
                .flatMap(key -> key.files().entrySet().stream())
                .filter(file -> file.getValue().equals(hash))
                .map(Map.Entry::getKey)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .findFirst();
    }
}
