package org.coursewright.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coursewright.content.Version;
import org.coursewright.content.Versions;
import org.coursewright.exam.Blueprint;
import org.coursewright.exam.Form;
import org.coursewright.exam.Forms;
import org.coursewright.platform.Hash;
import org.coursewright.question.FileAddress;
import org.coursewright.question.Question;
import org.coursewright.question.ShownCase;
import org.coursewright.question.ShownQuestion;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Renders what forms ask.
@Component
class Papers {

    /// Where a page finds the files of a question; the code of the attempt goes in when it is sent.
    static final FileAddress ADDRESSES = (hash, name) -> Paper.FILES + hash.hex() + "/"
            + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");

    private static final long MOST_CHARACTERS = 24_000_000;

    private final Forms forms;
    private final Versions versions;
    private final Cache<Key, Paper> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((Key _, Paper paper) -> weight(paper))
            .build();

    Papers(Forms forms, Versions versions) {
        this.forms = forms;
        this.versions = versions;
    }

    Paper get(School school, long formId) {
        return kept.get(new Key(school.id(), formId), _ -> render(school, forms.get(school, formId)));
    }

    private Paper render(School school, Form form) {
        var ids = new LinkedHashSet<Long>();
        ids.add(form.versionId());
        form.questions().forEach(asked -> {
            ids.add(asked.versionId());
            if (asked.caseVersionId() != null) ids.add(asked.caseVersionId());
        });
        var found = versions.all(school, ids);
        var madeFor = Objects.requireNonNull(found.get(form.versionId()));
        var blueprint = form.purpose() == Form.Purpose.EXAM ? Blueprint.of(madeFor.front()) : null;
        boolean forward = blueprint != null && blueprint.navigation() == Blueprint.Navigation.FORWARD;
        var cases = new HashMap<Long, ShownCase>();
        var files = new HashMap<Hash, String>();
        var questions = new ArrayList<Paper.Asked>();
        for (var asked : form.questions()) {
            var version = Objects.requireNonNull(found.get(asked.versionId()));
            var question = Question.of(version.front());
            note(files, version);
            questions.add(new Paper.Asked(asked, version, question, ShownQuestion.of(version, ADDRESSES),
                    forward || question instanceof Question.YesNoSeries));
            if (asked.caseVersionId() == null) continue;
            var stimulus = Objects.requireNonNull(found.get(asked.caseVersionId()));
            note(files, stimulus);
            cases.computeIfAbsent(asked.caseVersionId(), _ -> ShownCase.of(stimulus, ADDRESSES));
        }
        return new Paper(form, madeFor.title(), parts(form, blueprint), List.copyOf(questions),
                Map.copyOf(cases), Map.copyOf(files));
    }

    private static List<Paper.Part> parts(Form form, @Nullable Blueprint blueprint) {
        var parts = new ArrayList<Paper.Part>();
        for (int section = 0; section < form.sections(); section++) {
            int number = section;
            var of = form.questions().stream().filter(asked -> asked.section() == number).toList();
            int from = of.isEmpty() ? 0 : of.getFirst().position();
            int to = of.isEmpty() ? 0 : of.getLast().position() + 1;
            if (blueprint == null || section >= blueprint.sections().size()) {
                parts.add(new Paper.Part("", from, to, false, null, null, true));
                continue;
            }
            var written = blueprint.sections().get(section);
            var pause = written.pause();
            parts.add(new Paper.Part(
                    written.title(), from, to, written.oneWay(), written.minutes(),
                    pause == null ? null : (int) pause.length().toMinutes(), pause == null || pause.clockRuns()));
        }
        return List.copyOf(parts);
    }

    private static void note(Map<Hash, String> files, Version version) {
        version.files().forEach((path, hash) -> files.put(hash, path.substring(path.lastIndexOf('/') + 1)));
    }

    private static int weight(Paper paper) {
        return paper.questions().stream().mapToInt(asked -> 800 + asked.version().body().length() * 3).sum()
                + paper.cases().values().stream().mapToInt(shown -> shown.html().length()).sum() + 500;
    }

    private record Key(long school, long form) {}
}
