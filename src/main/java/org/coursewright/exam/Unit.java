package org.coursewright.exam;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a form asks together or not at all: a question, or all questions of a case study.
final class Unit {

    private final List<Candidate> questions;
    private final int[] domains;
    private final Set<Unit> enemies = new LinkedHashSet<>();
    private int uses;
    private int lot;

    /// @param domains of its questions, as positions in the blueprint
    Unit(List<Candidate> questions, int[] domains) {
        this.questions = questions;
        this.domains = domains;
    }

    List<Candidate> questions() {
        return questions;
    }

    boolean isCase() {
        return questions.getFirst().caseVersionId() != null;
    }

    int domain(int question) {
        return domains[question];
    }

    /// Whether any of its questions may not count.
    boolean isTried() {
        return questions.stream().anyMatch(Candidate::unscored);
    }

    Set<Unit> enemies() {
        return enemies;
    }

    /// How many forms ask it.
    int uses() {
        return uses;
    }

    void use() {
        uses++;
    }

    /// Decides among those that are used alike.
    int lot() {
        return lot;
    }

    void draw(int fresh) {
        lot = fresh;
    }
}
