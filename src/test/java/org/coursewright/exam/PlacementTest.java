package org.coursewright.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlacementTest {

    private static final String NEW = """
            {'domains': [{'id': 'history', 'weight': '60', 'tasks': [{'id': '5.1'}, {'id': '1.2'}]},
                         {'id': 'branches', 'weight': '40', 'tasks': [{'id': '6.1'}, {'id': '6.2'}]}]}""";
    private static final List<TaskMap.Part> PARTS = List.of(
            part("exam-version", "2022", """
                    {'domains': [{'id': 'old', 'weight': '50', 'tasks': [{'id': '0.1'}]},
                                 {'id': 'gone', 'weight': '50', 'tasks': [{'id': '0.9'}]}]}"""),
            part("map", "a", "{'from': '2022', 'to': '2024', 'tasks': {'0.1': ['1.1'], '0.9': []}}"),
            part("map", "b", "{'from': '2024', 'to': '2026', 'tasks': {'1.1': ['5.1'], '1.2': ['6.1', '6.2']}}"));

    private final Placement placement = new Placement("2026", Bank.blueprint(NEW), TaskMap.into("2026", PARTS));

    @Test
    void aTaskOfTheVersionBeforeIsThatWhichItBecame() {
        assertThat(placement.of("whatever", "1.1")).isEqualTo(new Placement.Place("history", "5.1"));
    }

    @Test
    void severalMapsAreFollowed() {
        assertThat(placement.of(null, "0.1")).isEqualTo(new Placement.Place("history", "5.1"));
        assertThat(placement.of("old", null)).isEqualTo(new Placement.Place("history", "5.1"));
    }

    @Test
    void aTaskThatBecameSeveralGivesItsQuestionsInTurn() {
        assertThat(List.of(placement.of(null, "1.2"), placement.of(null, "1.2"), placement.of(null, "1.2")))
                .extracting(Placement.Place::task).containsExactly("6.1", "6.2", "6.1");
    }

    @Test
    void whatIsGoneHasNoDomain() {
        assertThat(placement.of(null, "0.9").domain()).isNull();
        assertThat(placement.of("gone", null).domain()).isNull();
        assertThat(placement.of("unknown", null).domain()).isNull();
        assertThat(placement.of(null, null).domain()).isNull();
    }

    @Test
    void whatNamesTheVersionItselfIsTakenAtItsWord() {
        assertThat(placement.of(null, "2026/1.2")).isEqualTo(new Placement.Place("history", "1.2"));
        assertThat(placement.of(null, "2024/1.2").task()).isEqualTo("6.1");
        assertThat(placement.of(null, "2026/9.9").domain()).isNull();
    }

    @Test
    void aDomainOfTheVersionNeedsNoMap() {
        assertThat(placement.of("branches", null)).isEqualTo(new Placement.Place("branches", null));
        assertThat(placement.of("renamed", "6.2")).isEqualTo(new Placement.Place("branches", "6.2"));
    }

    private static TaskMap.Part part(String kind, String slug, String front) {
        return new TaskMap.Part(kind, slug, JsonMapper.shared().readTree(front.replace('\'', '"')));
    }
}
