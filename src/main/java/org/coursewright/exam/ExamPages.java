package org.coursewright.exam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Puts together what the studio shows of exams.
@Component
class ExamPages {

    private final Exams exams;
    private final StudioExams rows;
    private final Clock clock;

    ExamPages(Exams exams, StudioExams rows, Clock clock) {
        this.exams = exams;
        this.rows = rows;
        this.clock = clock;
    }

    List<ExamLine> all(School school) {
        var parts = rows.parts(school);
        var standings = rows.standings(school);
        var questions = rows.counts(school);
        return exams.all(school).stream()
                .map(exam -> new ExamLine(exam, exam.versions().stream()
                        .flatMap(edition -> line(exam, edition, parts, standings,
                                questions.getOrDefault(exam.id(), List.of()), List.of()).stream())
                        .toList()))
                .toList();
    }

    /// @param version its slug
    Optional<VersionPage> find(School school, Slug slug, Slug version) {
        return exams.find(school, slug).flatMap(exam -> exam.versions().stream()
                .filter(edition -> edition.slug().equals(version))
                .findFirst()
                .flatMap(edition -> page(school, exam, edition)));
    }

    private Optional<VersionPage> page(School school, Exam exam, Exam.Edition edition) {
        var parts = rows.parts(school);
        return line(exam, edition, parts, rows.standings(school), rows.questions(school, exam.id()),
                rows.lessons(school, exam.id()))
                .map(line -> new VersionPage(
                        exam, line, blueprint(edition, parts).orElseThrow(), today(),
                        rows.exposure(school, edition.id()).orElse(null)));
    }

    private Optional<VersionLine> line(
            Exam exam, Exam.Edition edition, List<StudioExams.Part> parts, Map<Long, StudioExams.Standing> standings,
            Collection<VersionReport.Question> questions, Collection<VersionReport.Lesson> lessons) {
        var map = TaskMap.into(edition.slug().value(), parts.stream()
                .filter(part -> part.examId() == exam.id())
                .map(StudioExams.Part::part)
                .toList());
        var standing = standings.getOrDefault(edition.id(), StudioExams.Standing.NONE);
        boolean isToday = exam.on(today()).filter(edition::equals).isPresent();
        return blueprint(edition, parts).map(blueprint -> new VersionLine(
                edition, isToday, standing.forms(), standing.waiting(), standing.lacks(),
                VersionReport.of(
                        blueprint, map, new Placement(edition.slug().value(), blueprint, map), questions, lessons)));
    }

    /// As it is published, which may be newer than that of its forms.
    private static Optional<Blueprint> blueprint(Exam.Edition edition, List<StudioExams.Part> parts) {
        return parts.stream()
                .filter(part -> part.id() == edition.id())
                .findFirst()
                .map(part -> Blueprint.of(part.front()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
