package org.coursewright.attempt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coursewright.identity.Student;
import org.coursewright.platform.Messages;
import org.coursewright.question.Answer;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks at what a browser sends and has kept what fits: one answer that does not never costs the others.
@Component
class Saving {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_MARKS = 20_000;
    private static final long LONGEST_MS = 24 * 3_600_000;

    private final PapersOfAttempts papers;
    private final Responses responses;

    Saving(PapersOfAttempts papers, Responses responses) {
        this.papers = papers;
        this.responses = responses;
    }

    /// An answer that was not kept.
    ///
    /// @param reason what is wrong with it, and what to do
    record Refused(int position, String reason) {}

    /// @param refused those that were not kept
    record Outcome(Saved saved, List<Refused> refused) {}

    /// @return empty where this student has no such attempt
    Optional<Outcome> save(School school, Student student, String code, Batch batch, Messages messages) {
        var paper = papers.find(school, student, code);
        if (paper.isEmpty()) return Optional.empty();
        var fitting = new ArrayList<Responses.Fitting>();
        var refused = new ArrayList<Refused>();
        for (var given : batch.given())
            look(paper.get(), given, fitting, refused, messages);
        return responses.save(school, student, code, batch, fitting).map(saved -> new Outcome(saved, refused));
    }

    private static void look(
            Paper paper, Given given, List<Responses.Fitting> fitting, List<Refused> refused, Messages messages) {
        if (given.position() < 0 || given.position() >= paper.questions().size()) {
            refused.add(new Refused(given.position(), messages.get("attempt.refused.no-question")));
            return;
        }
        if (fitting.stream().anyMatch(other -> other.position() == given.position())) {
            refused.add(new Refused(given.position(), messages.get("attempt.refused.twice")));
            return;
        }
        var asked = paper.questions().get(given.position());
        var sent = given.answer() == null ? JSON.nullNode() : given.answer();
        switch (Answer.read(asked.question(), sent)) {
            case Answer.Reading.Refused(var message, var detail) ->
                refused.add(new Refused(given.position(), messages.get(message, detail)));
            case Answer.Reading.Accepted(var answer) -> fitting.add(new Responses.Fitting(
                    given.position(), answer.json(), given.isFlagged(), marks(given.marks()),
                    Math.clamp(given.spent(), 0, LONGEST_MS), Math.clamp(given.changed(), 0, 1000),
                    given.isLeft() && asked.noReturn(), part(paper, asked)));
        }
    }

    /// Marks are the student's own business; only their size is ours.
    private static @Nullable JsonNode marks(@Nullable JsonNode marks) {
        return marks == null || !marks.isObject() || marks.toString().length() > LONGEST_MARKS ? null : marks;
    }

    private static int part(Paper paper, Paper.Asked asked) {
        int section = asked.place().section();
        return paper.part(section).oneWay() || paper.part(section).minutes() != null ? section : -1;
    }
}
