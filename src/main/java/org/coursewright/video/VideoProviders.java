package org.coursewright.video;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Notices;
import org.coursewright.school.MediaHosts;
import org.coursewright.school.Place;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who makes the videos of which school. A choice holds for videos that come in later; those that are there stay where
/// they are.
@Repository
public class VideoProviders implements MediaHosts {

    private static final String TOPIC = "video-provider";

    private final JdbcClient jdbc;
    private final Map<String, VideoProvider> all;
    private final Audit audit;
    private final Notices notices;

    /// Which providers a school has videos at, or will have; asked for each page.
    private final Cache<Long, Set<String>> used = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1)).build();

    VideoProviders(JdbcClient jdbc, List<VideoProvider> all, Audit audit, Notices notices) {
        this.jdbc = jdbc;
        this.all = all.stream().collect(Collectors.toMap(VideoProvider::name, Function.identity()));
        this.audit = audit;
        this.notices = notices;
        notices.listen(TOPIC, _ -> used.invalidateAll());
    }

    /// The services besides this program that a school may have, by name.
    public List<String> services() {
        return all.keySet().stream().filter(name -> !name.equals(BuiltInPipeline.NAME)).sorted().toList();
    }

    /// The choices of schools, by slug; this program makes the videos of all others.
    public Map<String, String> chosen() {
        return jdbc.sql("""
                select slug, provider
                from video_option
                join school on school.id = school_id
                where provider <> ''
                order by slug
                limit 10000
                """)
                .query((row, _) -> Map.entry(row.getString("slug"), row.getString("provider")))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// False where there is no such provider.
    ///
    /// @param name empty = this program
    @Transactional
    public boolean choose(School school, String name, String operator) {
        if (!all.containsKey(name)) return false;
        jdbc.sql("""
                insert into video_option (school_id, provider)
                values (:school, :provider)
                on conflict (school_id) do update set provider = excluded.provider
                """)
                .param("school", school.id())
                .param("provider", name)
                .update();
        audit.record(school, operator, Deed.VIDEO_PROVIDER_CHOSEN, school.name(), name);
        notices.publish(TOPIC, "" + school.id());
        return true;
    }

    /// @throws NotMade where this installation no longer knows whom the school had
    VideoProvider of(Attempt attempt) throws NotMade {
        var provider = all.get(attempt.provider());
        if (provider == null) throw new NotMade(Remark.of("video.failed.no-provider"), "");
        return provider;
    }

    /// Where a video plays that lies elsewhere.
    Optional<URI> manifest(School school, Hash video, Manifest manifest, Instant until) {
        return jdbc.sql("""
                select provider
                from video
                where school_id = :school and hash = :video and playable
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .query((row, _) -> row.getString("provider"))
                .optional()
                .map(all::get)
                .flatMap(provider -> provider.manifest(school, video, manifest, until));
    }

    @Override
    public List<String> at(Place place) {
        if (all.size() == 1) return List.of();
        var names = switch (place) {
            case Place.Platform _ -> all.keySet();
            case Place.AtSchool(var school) -> usedBy(school);
            case Place.AtPreview(var school, var _) -> usedBy(school);
            case Place.Nowhere _ -> Set.<String>of();
        };
        return names.stream().map(all::get).flatMap(provider -> Stream.ofNullable(provider))
                .flatMap(provider -> provider.origin().stream()).sorted().toList();
    }

    private Set<String> usedBy(School school) {
        return used.get(school.id(), _ -> jdbc.sql("""
                select provider from video_option where school_id = :school
                union
                select provider from video where school_id = :school and provider <> ''
                """)
                .param("school", school.id())
                .query((row, _) -> row.getString("provider"))
                .set());
    }
}
