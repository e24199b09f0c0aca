package org.coursewright.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.coursewright.Database;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.Version;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class QuestionProjectionTest {

    private static final int QUESTIONS = 10_000;

    private final Database database = new Database();

    @Test
    void aBankOfTenThousandQuestionsIsWrittenOnceAndThenOnlyWhatChanged() {
        var school = school();
        var projection = new QuestionProjection(database.jdbc());
        long start = System.nanoTime();
        projection.project(school, 1, content(""));
        assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(10_000_000_000L);
        assertThat(number("count(*)")).isEqualTo(QUESTIONS);
        assertThat(number("count(*) filter (where enemies <> '{}')")).isEqualTo(2);
        long before = number("count(distinct xmin::text)");
        projection.project(school, 2, content(""));
        assertThat(number("count(distinct xmin::text)")).as("nothing is written").isEqualTo(before);
        projection.project(school, 3, content("5"));
        assertThat(number("count(*) filter (where not live)")).isOne();
        assertThat(number("count(*) filter (where domain = 'security')")).isEqualTo(QUESTIONS);
    }

    private long number(String what) {
        return database.jdbc().sql("select " + what + " from bank_question").query(Long.class).single();
    }

    /// @param without last digits of the slug of a question that is left out
    private RevisionContent content(String without) {
        var ids = LongStream.rangeClosed(1, QUESTIONS).filter(id -> !("" + id).equals(without)).boxed().toList();
        var versions = new ArrayList<Version>();
        ids.forEach(id -> versions.add(version(id, "question", id == 7 ? "\"enemies\": [\"nine\"]," : "",
                id == 7 ? Map.of("nine", 9L) : Map.of(), List.of())));
        versions.add(version(QUESTIONS + 1L, "bank", "", Map.of(), List.of(new Version.Section("", ids))));
        return new RevisionContent(versions);
    }

    private static Version version(
            long id, String kind, String front, Map<String, Long> references, List<Version.Section> members) {
        return new Version(id, id, kind, "" + id, Hash.of("" + id), "banks/a.md#" + id, new Slug("q" + id), "Q",
                JsonMapper.shared().readTree("{" + front + "\"domain\": \"security\", \"kind\": \"single\"}"), "",
                Map.of(),
                references, members);
    }

    private School school() {
        long id = database.jdbc().sql("insert into school (slug, name) values ('ada', 'Ada') returning id")
                .query(Long.class).single();
        database.jdbc().sql("""
                        with made as (
                            insert into content (school_id, kind, stable_id)
                            select :school, 'question', number::text from generate_series(1, :count) as number
                            order by number
                            returning id
                        )
                        insert into version (school_id, content_id, hash, state_hash, path, slug, title, front, body)
                        select :school, id, repeat('a', 64), repeat('a', 64), '', '', '', '{}', '' from made order by id
                        """)
                .param("school", id)
                .param("count", QUESTIONS + 1)
                .update();
        return new School(id, new Slug("ada"), "Ada", "en", Instant.EPOCH);
    }
}
