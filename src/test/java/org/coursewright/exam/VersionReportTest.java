package org.coursewright.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionReportTest {

    private static final Blueprint BLUEPRINT = Bank.blueprint("""
            {'items': {'scored': '10'}, 'domains': [
             {'id': 'history', 'title': 'History', 'weight': '20', 'tasks': [{'id': '5.1'}, {'id': '5.2'}]},
             {'id': 'branches', 'title': 'Branches', 'weight': '80', 'tasks': [{'id': '6.1'}]}]}""");
    private static final TaskMap MAP = new TaskMap(
            Map.of("1.1", List.of("5.1"), "1.2", List.of("5.1"), "9.9", List.of()), Map.of());

    private final List<VersionReport.Question> questions = new ArrayList<>();
    private final List<VersionReport.Lesson> lessons = new ArrayList<>();

    @Test
    void questionsAndLessonsOfOldTasksCountForTheNewOnes() {
        ask("A", null, "1.1").ask("B", null, "1.2").ask("C", "branches", null).teach("Log", "1.2");
        var history = report().domains().getFirst();
        assertThat(history.questions()).isEqualTo(2);
        assertThat(history.tasks().getFirst()).isEqualTo(new VersionReport.Task(
                "5.1", "5.1", List.of("1.1", "1.2"), 2, lessons));
    }

    @Test
    void whatIsGoneIsAnOrphanAndATaskWithoutQuestionsIsEmpty() {
        ask("Kept", null, "6.1").ask("Gone", "history", "9.9").ask("Nowhere", "unknown", null);
        assertThat(report().orphans()).extracting(VersionReport.Question::title).containsExactly("Gone", "Nowhere");
        assertThat(report().domains().getFirst().tasks()).allMatch(VersionReport.Task::isEmpty);
        assertThat(report().domains().getLast().tasks()).noneMatch(VersionReport.Task::isEmpty);
    }

    @Test
    void aDomainOfWhichTheBanksHoldFarTooMuchIsOverweighted() {
        for (int i = 0; i < 6; i++)
            ask("H" + i, "history", null).ask("B" + i, "branches", null);
        var domains = report().domains();
        assertThat(domains).extracting(VersionReport.Domain::share).containsExactly(50, 50);
        assertThat(domains).extracting(VersionReport.Domain::overweighted).containsExactly(true, false);
        assertThat(domains).extracting(VersionReport.Domain::needed).containsExactly(2, 8);
        assertThat(domains).extracting(VersionReport.Domain::reach).containsExactly(100, 75);
        assertThat(report().isFine()).isFalse();
    }

    @Test
    void aLessonWhoseTasksNobodyAsksIsUntaught() {
        ask("A", null, "6.1").teach("Asked", "6.1").teach("Not asked", "5.2").teach("Gone", "9.9");
        assertThat(report().untaught()).extracting(VersionReport.Lesson::title).containsExactly("Not asked", "Gone");
    }

    private VersionReport report() {
        return VersionReport.of(BLUEPRINT, MAP, new Placement("2026", BLUEPRINT, MAP), questions, lessons);
    }

    private VersionReportTest ask(String title, @Nullable String domain, @Nullable String task) {
        questions.add(new VersionReport.Question(title, "banks/a.md", domain, task, false));
        return this;
    }

    private VersionReportTest teach(String title, String task) {
        lessons.add(new VersionReport.Lesson(title, "course", "slug", List.of(task)));
        return this;
    }
}
