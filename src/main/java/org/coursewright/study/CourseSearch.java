package org.coursewright.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds words in the lessons of a course that are open to a student: in titles, in texts and in what is said in
/// videos, in one statement. Who is first to search a version of a lesson has its words noted down for all others.
@Repository
class CourseSearch {

    /// Long enough for a sentence.
    static final int LONGEST = 100;

    private static final char FOUND = '\u0001';
    private static final char OVER = '\u0002';

    private final JdbcClient jdbc;

    CourseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long lesson, double rank, String excerpt, List<SearchHit.Moment> moments) {}

    /// @param words as people write them: `"exact words"`, `one or other`, `-without`
    List<SearchHit> find(School school, CourseState state, Outline outline, String words) {
        var rows = rows(school, state, words);
        var entries = new HashMap<Long, Outline.Entry>();
        outline.lessons().forEach(entry -> entries.put(entry.id(), entry));
        return rows.stream().filter(row -> entries.containsKey(row.lesson()))
                .sorted(Comparator.comparingDouble(Row::rank).reversed())
                .map(row -> new SearchHit(entry(entries, row.lesson()), pieces(row.excerpt()), row.moments()))
                .toList();
    }

    private List<Row> rows(School school, CourseState state, String words) {
        var found = new HashMap<Long, Row>();
        jdbc.sql("""
                with open_lesson as (
                    select lesson.content_id, lesson.version_id, lesson.title, lesson.video_hash, front, files, body
                    from lesson
                    join course on course.school_id = :school and course.content_id = lesson.course_id
                    join version on version.school_id = :school and version.id = lesson.version_id
                    where lesson.school_id = :school and lesson.course_id = :course
                        and (lesson.live or not course.live) and (:enrolled or lesson.free)
                ), fresh as (
                    insert into lesson_words (school_id, version_id, language, words)
                    select :school, version_id, :language,
                        setweight(to_tsvector(search_config(:language), title), 'A')
                            || to_tsvector(search_config(:language), body)
                    from open_lesson
                    where not exists (
                        select from lesson_words as known
                        where known.school_id = :school and known.version_id = open_lesson.version_id
                            and known.language = :language)
                    on conflict do nothing
                    returning version_id, words
                ), written as (
                    select version_id, words from fresh
                    union all
                    select version_id, words from lesson_words where school_id = :school and language = :language
                ), named as (
                    select content_id, video_hash, track.language, file.value as hash
                    from open_lesson
                    cross join jsonb_each_text(coalesce(front -> 'captions', '{}')) as track (language, path)
                    join jsonb_each_text(files) as file
                        on file.key = path or right(file.key, length(path) + 1) = '/' || path
                ), track as (
                    select * from named
                    union
                    select content_id, open_lesson.video_hash, language, caption_hash
                    from open_lesson
                    join transcription on transcription.school_id = :school
                        and transcription.video_hash = open_lesson.video_hash and caption_hash is not null
                    where not exists (
                        select from named
                        where named.content_id = open_lesson.content_id
                            and split_part(named.language, '-', 1) = split_part(transcription.language, '-', 1))
                ), said as (
                    select distinct on (content_id) content_id, cues, search_config(caption.language) as config,
                        ts_rank(words, wanted) as rank, replace(wanted::text, '&', '|')::tsquery as any_of
                    from track
                    join caption on caption.school_id = :school and caption.video_hash = track.video_hash
                        and caption.language = track.language and caption.hash = track.hash
                    cross join websearch_to_tsquery(search_config(caption.language), :words) as wanted
                    where words @@ wanted
                    order by content_id, rank desc
                ), best as (
                    select * from said order by rank desc limit 10
                )
                select content_id, rank, '' as excerpt, at_millis, text
                from best
                cross join lateral (
                    select (cue ->> 'startMillis')::bigint as at_millis,
                        ts_headline(config, cue ->> 'text', any_of, :marks || ', HighlightAll=true') as text
                    from jsonb_array_elements(cues) as cue
                    cross join to_tsvector(config, cue ->> 'text') as line
                    where line @@ any_of
                    order by ts_rank(line, any_of) desc, 1
                    limit 3) as moment
                union all
                select content_id, ts_rank(words, wanted),
                    ts_headline(config, regexp_replace(body, '[#*_`>|]|\\]\\([^)]*\\)|<[^>]*>', ' ', 'g'), wanted,
                        :marks || ', MaxWords=30, MinWords=12'), -1, ''
                from open_lesson
                join written on written.version_id = open_lesson.version_id
                cross join search_config(:language) as config
                cross join websearch_to_tsquery(config, :words) as wanted
                where words @@ wanted
                """)
                .param("school", school.id())
                .param("course", state.courseId())
                .param("enrolled", state.enrolled())
                .param("language", school.language())
                .param("words", words)
                .param("marks", "StartSel=" + FOUND + ", StopSel=" + OVER)
                .query(row -> {
                    var moment = row.getLong("at_millis") < 0
                            ? List.<SearchHit.Moment>of()
                            : List.of(new SearchHit.Moment(row.getLong("at_millis"), pieces(row.getString("text"))));
                    var one = new Row(row.getLong("content_id"), row.getDouble("rank"), row.getString("excerpt"),
                            moment);
                    found.merge(one.lesson(), one, CourseSearch::both);
                });
        return List.copyOf(found.values());
    }

    private static Row both(Row one, Row two) {
        var moments = new ArrayList<>(one.moments());
        moments.addAll(two.moments());
        return new Row(one.lesson(), Math.max(one.rank(), two.rank()),
                one.excerpt().isEmpty() ? two.excerpt() : one.excerpt(), moments);
    }

    private static Outline.Entry entry(Map<Long, Outline.Entry> entries, long id) {
        return Objects.requireNonNull(entries.get(id));
    }

    /// What stands between the marks was searched for.
    private static List<SearchHit.Piece> pieces(String text) {
        var pieces = new ArrayList<SearchHit.Piece>();
        var found = false;
        var start = 0;
        for (var at = 0; at <= text.length(); at++) {
            var mark = at == text.length() ? FOUND : text.charAt(at);
            if (mark != FOUND && mark != OVER) continue;
            if (at > start) pieces.add(new SearchHit.Piece(text.substring(start, at).replace('\n', ' '), found));
            found = mark == FOUND;
            start = at + 1;
        }
        return pieces;
    }
}
