package org.coursewright.study;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coursewright.content.Link;
import org.coursewright.content.Markdown;
import org.coursewright.content.Names;
import org.coursewright.content.Publications;
import org.coursewright.content.Version;
import org.coursewright.content.Versions;
import org.coursewright.course.LessonMinutes;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Notices;
import org.coursewright.school.School;
import org.coursewright.video.Chapters;
import org.coursewright.video.VideoFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What frozen versions look like when shown: outlines and rendered lessons, by their version, in memory.
@Repository
class CourseParts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long MOST_CHARACTERS = 32_000_000;
    private static final long MOST_LESSONS = 200_000;

    private final JdbcClient jdbc;
    private final Versions versions;
    private final Cache<Key, Outline> outlines = Caffeine.newBuilder()
            .maximumWeight(MOST_LESSONS)
            .weigher((Key _, Outline outline) -> outline.lessons().size() + 1)
            .build();
    private final Cache<Key, LessonText> texts = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((Key _, LessonText text) -> text.html().length() + 500)
            .build();

    CourseParts(JdbcClient jdbc, Versions versions, Notices notices) {
        this.jdbc = jdbc;
        this.versions = versions;
        notices.listen(Publications.TOPIC, this::hear);
    }

    /// @param versionId of the course
    Outline outline(School school, long courseId, long versionId) {
        return outlines.get(new Key(school.id(), versionId), _ -> readOutline(school, courseId, versionId));
    }

    /// @param versionId of the lesson
    LessonText text(School school, long versionId) {
        return texts.get(new Key(school.id(), versionId), _ -> render(school, versions.get(school, versionId)));
    }

    private Outline readOutline(School school, long courseId, long versionId) {
        return jdbc.sql("""
                        select course.slug, course.title, coalesce(jsonb_agg(jsonb_build_object(
                                   'id', lesson.content_id, 'slug', lesson.slug, 'title', lesson.title,
                                   'kind', lesson.kind, 'section', lesson.section,
                                   'sectionPosition', section_position, 'minutes', minutes,
                                   'videoMillis', coalesce(video.millis, 0), 'free', free)
                                   order by section_position, lesson.position)
                                   filter (where lesson.content_id is not null), '[]') as lessons
                        from course
                        left join lesson on lesson.school_id = :school and lesson.course_id = course.content_id
                              and (lesson.live or not course.live)
                        left join video on video.school_id = :school and video.hash = lesson.video_hash
                        where course.school_id = :school and course.content_id = :course
                        group by course.slug, course.title
                        """)
                .param("school", school.id())
                .param("course", courseId)
                .query((row, _) -> new Outline(
                        courseId,
                        versionId,
                        row.getString("slug"),
                        row.getString("title"),
                        Arrays.stream(JSON.readValue(row.getString("lessons"), LessonRow[].class))
                                .map(LessonRow::entry)
                                .toList()))
                .single();
    }

    /// A video that became ready has a length now, and minutes change with it.
    private void hear(String payload) {
        if (payload.equals(Notices.MISSED)) outlines.invalidateAll();
        else
            outlines.asMap().keySet().removeIf(key -> key.school() == Long.parseLong(payload));
    }

    private LessonText render(School school, Version lesson) {
        var addresses = addresses(school, lesson);
        var html = Markdown.html(lesson.body(), target -> resolve(lesson, addresses, target));
        var all = new HashMap<Hash, String>();
        lesson.files().forEach((path, hash) -> all.put(hash, name(path)));
        return new LessonText(lesson.id(), html, VideoFiles.of(lesson), Chapters.of(lesson), downloads(lesson),
                Map.copyOf(all));
    }

    private static List<LessonText.Download> downloads(Version lesson) {
        var downloads = new LinkedHashMap<String, LessonText.Download>();
        lesson.front().path("files").forEach(named -> {
            var path = named.asString("");
            lesson.files().entrySet().stream()
                    .filter(file -> file.getKey().equals(path) || file.getKey().endsWith("/" + path))
                    .findFirst()
                    .ifPresent(file -> downloads.put(path, new LessonText.Download(name(path), file.getValue())));
        });
        return List.copyOf(downloads.values());
    }

    private static String resolve(Version lesson, Map<Long, String> addresses, String target) {
        var link = new Link(target, 1, false);
        if (!link.isLocal()) return target;
        var reference = lesson.references().get(target);
        int hash = target.indexOf('#');
        if (reference != null) {
            var address = addresses.get(reference);
            return address == null ? "#" : address + (hash < 0 ? "" : target.substring(hash));
        }
        int slash = lesson.path().lastIndexOf('/');
        var path = Names.resolve(slash < 0 ? "" : lesson.path().substring(0, slash), link.path());
        var file = Optional.ofNullable(path).map(lesson.files()::get);
        return file.map(found -> LessonText.FILES + found.hex() + "/" + encoded(name(String.valueOf(path))))
                .orElse(target);
    }

    /// Where the content that a lesson refers to can be read.
    private Map<Long, String> addresses(School school, Version lesson) {
        if (lesson.references().isEmpty()) return Map.of();
        var addresses = new HashMap<Long, String>();
        jdbc.sql("""
                        select lesson.content_id, '/learn/' || course.slug || '/' || lesson.slug as address
                        from lesson
                        join course on course.school_id = :school and course.content_id = lesson.course_id
                        where lesson.school_id = :school and lesson.content_id = any(:ids)
                        union all
                        select content_id, '/learn/' || slug from course
                        where school_id = :school and content_id = any(:ids)
                        union all
                        select content_id, case kind when 'page' then '/pages/' else '/blog/' end || max(slug)
                        from version
                        join content on content.school_id = :school and content.id = version.content_id
                        where version.school_id = :school and version.content_id = any(:ids) and kind in ('page', 'post')
                        group by content_id, kind
                        """)
                .param("school", school.id())
                .param("ids", lesson.references().values().toArray(Long[]::new))
                .query((ResultSet row) -> {
                    addresses.put(row.getLong("content_id"), row.getString("address"));
                });
        return addresses;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private record Key(long school, long version) {}

    private record LessonRow(
            long id, String slug, String title, String kind, String section, int sectionPosition, int minutes,
            long videoMillis, boolean free) {

        Outline.Entry entry() {
            var length = LessonMinutes.of(minutes, Duration.ofMillis(videoMillis));
            return new Outline.Entry(id, slug, title, kind, section, sectionPosition, length, free);
        }
    }
}
