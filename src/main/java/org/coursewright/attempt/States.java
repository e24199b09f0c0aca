package org.coursewright.attempt;

import java.time.Clock;
import java.util.Map;
import org.coursewright.platform.Hash;
import org.coursewright.question.Answer;
import org.coursewright.question.AnswerKey;
import org.coursewright.question.FileAddress;
import org.coursewright.question.Mark;
import org.coursewright.question.Scoring;
import org.coursewright.question.ShownKey;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Says how an attempt stands: its time, the answers that are kept, and the keys that were released to it.
@Component
class States {

    private final Responses responses;
    private final Papers papers;
    private final OpenKeys keys;
    private final Clock clock;

    States(Responses responses, Papers papers, OpenKeys keys, Clock clock) {
        this.responses = responses;
        this.papers = papers;
        this.keys = keys;
        this.clock = clock;
    }

    /// @param holder whether whoever asks may save
    /// @param previous who could before
    State of(School school, Attempt attempt, boolean holder, String previous) {
        var paper = papers.get(school, attempt.formId());
        var kept = responses.of(school, attempt.id());
        var now = clock.instant();
        var open = keys.inForce(school, kept.stream()
                .filter(Responses.Kept::released)
                .map(one -> paper.questions().get(one.position()).place().versionId())
                .toList());
        long newest = kept.stream().mapToLong(Responses.Kept::seq).max().orElse(0);
        return new State(
                attempt.epoch(), newest, attempt.isOpen(), attempt.remaining(), attempt.sectionRemaining(),
                attempt.pauseRemaining(), attempt.phase().name(), attempt.section(), now, null,
                attempt.mode().word(), holder, previous,
                kept.stream().map(one -> answered(attempt, paper.questions().get(one.position()), one, open)).toList(),
                attempt.policy(),
                attempt.remaining() == null ? null : now.plusMillis(attempt.remaining() + Attempt.GRACE));
    }

    /// A question whose key may be shown.
    State.Released released(School school, Attempt attempt, Paper.Asked asked, JsonNode answer) {
        return released(attempt, asked, answer, keys.inForce(school, asked.place().versionId()));
    }

    private static State.Released released(Attempt attempt, Paper.Asked asked, JsonNode answer, AnswerKey key) {
        var read = Answer.read(asked.question(), answer);
        var given = read instanceof Answer.Reading.Accepted(var accepted) ? accepted : new Answer.Unanswered();
        var mark = Scoring.score(asked.question(), key, given);
        return new State.Released(
                asked.position(), answer, fraction(mark), parts(mark),
                ShownKey.of(asked.version(), key, files(attempt.code())));
    }

    /// Addresses of files under an attempt.
    static FileAddress files(String code) {
        return (Hash hash, String name) -> Papers.ADDRESSES.of(hash, name)
                .replace(Paper.FILES, "/attempts/" + code + "/files/");
    }

    private static State.Answered answered(
            Attempt attempt, Paper.Asked asked, Responses.Kept kept, Map<Long, AnswerKey> open) {
        var key = open.get(asked.place().versionId());
        return new State.Answered(
                kept.position(), kept.answer(), kept.flagged(), kept.marks(), kept.seq(), kept.locked(),
                key == null || !kept.released() ? null : released(attempt, asked, kept.answer(), key));
    }

    private static @Nullable Double fraction(Mark mark) {
        return mark instanceof Mark.Scored scored ? scored.fraction() : null;
    }

    private static Map<String, Boolean> parts(Mark mark) {
        return mark instanceof Mark.Scored(_, _, var parts) ? parts : Map.of();
    }
}
