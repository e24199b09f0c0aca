package org.coursewright.video;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.coursewright.job.GivenUp;
import org.coursewright.job.JobHandler;
import org.coursewright.job.JobKind;
import org.coursewright.job.Jobs;
import org.coursewright.job.Lane;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.storage.Blobs;
import org.coursewright.storage.Storage;
import org.coursewright.video.ffmpeg.Transcoder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes the still picture of a video from the moment that its author chose, out of our own best
/// rendition, or out of the source where that is encrypted or lies elsewhere.
@Component
class Posters implements JobHandler<Posters.Wanted> {

    private static final JobKind<Wanted> KIND = new JobKind<>("take-poster", Wanted.class, Lane.SHORT, 5);

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Schools schools;
    private final Renditions renditions;
    private final Storage storage;
    private final Blobs blobs;
    private final Videos videos;
    private final ObjectProvider<Transcoder> transcoder;
    private final WorkFolders folders;

    /// @param millis the moment, so that another choice is other work
    record Wanted(long school, Hash video, long millis) {}

    Posters(JdbcClient jdbc, Jobs jobs, Schools schools, Renditions renditions, Storage storage, Blobs blobs,
            Videos videos,
            ObjectProvider<Transcoder> transcoder, WorkFolders folders) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.schools = schools;
        this.renditions = renditions;
        this.storage = storage;
        this.blobs = blobs;
        this.videos = videos;
        this.transcoder = transcoder;
        this.folders = folders;
    }

    /// False where there is no such video, no picture in it, or no such moment.
    @Transactional
    boolean choose(School school, Hash video, Duration moment) {
        var rows = jdbc.sql("""
                update video
                set poster_millis = :moment
                where school_id = :school and hash = :video and playable and poster and millis > :moment
                """)
                .param("moment", moment.toMillis())
                .param("school", school.id())
                .param("video", video.hex())
                .update();
        if (rows > 0) again(school, video, moment.toMillis());
        return rows > 0;
    }

    /// After a video was made anew: the choice stands.
    void keepChoice(School school, Hash video) {
        chosen(school, video).ifPresent(millis -> again(school, video, millis));
    }

    @Override
    public JobKind<Wanted> kind() {
        return KIND;
    }

    @Override
    public void run(Wanted wanted) throws IOException, InterruptedException, GivenUp {
        var school = schools.get(wanted.school());
        if (!chosen(school, wanted.video()).equals(Optional.of(wanted.millis()))) return;
        var best = renditions.of(school, wanted.video()).stream().filter(each -> !each.sound()).findFirst();
        try (var folder = folders.open()) {
            var file = folder.path().resolve("rendition.mp4");
            var object = best.isEmpty() || best.get().encrypted()
                    ? blobs.open(school, wanted.video())
                    : storage.find(Attempt.folder(school, wanted.video()) + "/" + best.get().file());
            if (object.isEmpty()) return;
            var stored = object.get().file();
            if (stored.isEmpty())
                try (var in = object.get().open()) {
                    Files.copy(in, file);
                }
            var still = transcoder.getObject().posterAt(stored.orElse(file), Duration.ofMillis(wanted.millis()),
                    folder.path());
            if (still.isEmpty()) throw new GivenUp("there is no picture at " + wanted.millis() + " ms");
            for (var each : still.get())
                storage.put(Attempt.folder(school, wanted.video()) + "/" + each.getFileName(), each);
        }
        videos.tell(school.id(), wanted.video());
    }

    private void again(School school, Hash video, long millis) {
        jobs.enqueue(KIND, school.id() + "/" + video.hex() + "/" + millis, new Wanted(school.id(), video, millis));
    }

    private Optional<Long> chosen(School school, Hash video) {
        return jdbc.sql("""
                select poster_millis
                from video
                where school_id = :school and hash = :video and poster_millis is not null
                """)
                .param("school", school.id())
                .param("video", video.hex())
                .query((row, _) -> row.getLong("poster_millis"))
                .optional();
    }
}
