package org.coursewright.video;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.coursewright.job.JobHandler;
import org.coursewright.job.JobKind;
import org.coursewright.job.Jobs;
import org.coursewright.job.Lane;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.storage.Storage;
import org.springframework.stereotype.Component;

/// Removes what earlier attempts and the first, quick renditions of a video left in the storage, once nobody can be
/// playing them any more.
@Component
class Leftovers implements JobHandler<Leftovers.Sweep> {

    private static final JobKind<Sweep> KIND = new JobKind<>("sweep-video", Sweep.class, Lane.SHORT, 5);
    private static final Duration UNTIL_NOBODY_PLAYS_IT = VideoSettings.LONGEST.plusHours(1);

    private final Jobs jobs;
    private final Schools schools;
    private final Videos videos;
    private final Renditions renditions;
    private final Storage storage;

    /// @param video whose folder is swept
    record Sweep(long school, Hash video) {}

    Leftovers(Jobs jobs, Schools schools, Videos videos, Renditions renditions, Storage storage) {
        this.jobs = jobs;
        this.schools = schools;
        this.videos = videos;
        this.renditions = renditions;
        this.storage = storage;
    }

    void sweepLater(School school, Hash video) {
        jobs.enqueue(KIND, school.id() + "/" + video.hex(), new Sweep(school.id(), video), UNTIL_NOBODY_PLAYS_IT);
    }

    @Override
    public JobKind<Sweep> kind() {
        return KIND;
    }

    /// While a video is being made its folder is not touched: the end of that asks for another sweep.
    @Override
    public void run(Sweep sweep) throws IOException {
        var school = schools.get(sweep.school());
        var video = videos.find(school, sweep.video()).filter(Video::ready);
        if (video.isEmpty()) return;
        var ours = ours(school, sweep.video());
        for (var key : storage.list(Attempt.folder(school, sweep.video())))
            if (!ours.contains(key.substring(key.lastIndexOf('/') + 1))) storage.delete(key);
    }

    private Set<String> ours(School school, Hash video) {
        var ours = new HashSet<>(Packaging.POSTERS);
        ours.add(Packaging.WAVEFORM);
        renditions.of(school, video).forEach(each -> ours.add(each.file()));
        videos.thumbnails(school, video).ifPresent(each -> ours.addAll(each.sheets()));
        return ours;
    }
}
