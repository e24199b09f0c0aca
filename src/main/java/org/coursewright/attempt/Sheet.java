package org.coursewright.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coursewright.question.ShownQuestion;
import org.coursewright.question.Shuffling;
import org.jspecify.annotations.Nullable;

/// A paper as one attempt shows it: options in its order, files under its address, and of sections that are closed so
/// far only how long they are. Nothing of a key is in it.
///
/// @param exam title of the exam or the lesson
/// @param stimuli version of a case study to what it says
record Sheet(String exam, List<Part> sections, List<Asked> questions, Map<String, Stimulus> stimuli) {

    /// @param from position of its first question
    /// @param to position behind its last
    @JsonInclude
    record Part(
            String title, int from, int to, boolean oneWay, @Nullable Integer minutes,
            @Nullable Integer breakMinutes) {}

    /// @param stimulus key of the situation that it shares
    @JsonInclude
    record Asked(int position, @Nullable String stimulus, boolean noReturn, @JsonUnwrapped ShownQuestion question) {}

    /// @param title safe HTML
    record Stimulus(String title, String html) {}

    /// @param last the last section that may be seen
    static Sheet of(Paper paper, Attempt attempt, int last) {
        var questions = paper.questions().stream()
                .filter(asked -> asked.place().section() <= last)
                .map(asked -> asked(asked, attempt))
                .toList();
        var stimuli = new LinkedHashMap<String, Stimulus>();
        for (var question : questions) {
            if (question.stimulus() == null) continue;
            var shown = paper.cases().get(Long.valueOf(question.stimulus()));
            if (shown != null)
                stimuli.put(question.stimulus(),
                        new Stimulus(addressed(shown.title(), attempt), addressed(shown.html(), attempt)));
        }
        return new Sheet(
                paper.title(),
                paper.parts().stream()
                        .map(part -> new Part(part.title(), part.from(), part.to(), part.oneWay(), part.minutes(),
                                part.pauseMinutes()))
                        .toList(),
                questions, stimuli);
    }

    private static Asked asked(Paper.Asked asked, Attempt attempt) {
        var place = asked.place();
        var stimulus = place.caseVersionId() == null ? null : String.valueOf(place.caseVersionId());
        return new Asked(
                place.position(), stimulus, asked.noReturn(),
                shown(asked, attempt));
    }

    /// A question with its options in the order of the attempt.
    static ShownQuestion shown(Paper.Asked asked, Attempt attempt) {
        return asked.shown()
                .shuffled(asked.question(), new Shuffling(attempt.seed(), asked.position()))
                .with(text -> addressed(text, attempt));
    }

    static String addressed(String html, Attempt attempt) {
        return html.replace(Paper.FILES, "/attempts/" + attempt.code() + "/files/");
    }
}
