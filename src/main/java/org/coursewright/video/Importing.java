package org.coursewright.video;

import java.io.IOException;
import java.time.Instant;
import org.coursewright.job.JobHandler;
import org.coursewright.job.JobKind;
import org.coursewright.outbound.Outbound;
import org.coursewright.school.Schools;
import org.coursewright.storage.Intake;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Fetches a video from an address. A line that breaks is tried again at once, and a process that dies is followed by
/// another one: both go on where the file stopped, as far as the other server lets them. What the other server does wrong
/// is the author's matter alone, and no failed job.
@Component
class Importing implements JobHandler<ImportVideo> {

    private static final int MOST_FRUITLESS = 6;

    private final ImportAttempts attempts;
    private final Imports imports;
    private final Videos videos;
    private final Schools schools;
    private final Intake intake;
    private final ObjectProvider<Outbound> outbound;
    private final ImportLimits limits;

    Importing(
            ImportAttempts attempts,
            Imports imports,
            Videos videos,
            Schools schools,
            Intake intake,
            ObjectProvider<Outbound> outbound,
            ImportLimits limits) {
        this.attempts = attempts;
        this.imports = imports;
        this.videos = videos;
        this.schools = schools;
        this.intake = intake;
        this.outbound = outbound;
        this.limits = limits;
    }

    @Override
    public JobKind<ImportVideo> kind() {
        return ImportVideo.KIND;
    }

    @Override
    public void run(ImportVideo work) throws IOException, InterruptedException {
        var started = attempts.start(schools.get(work.school()), work);
        if (started.isEmpty()) return;
        var attempt = started.get();
        var fetching = new Fetching(attempt, attempts, intake, outbound.getObject(), limits);
        var end = Instant.now().plus(limits.longest());
        var fruitless = 0;
        while (true) {
            var found = imports.find(attempt.school(), work.code());
            if (found.isEmpty()) return;
            switch (fetching.goOn(found.get())) {
                case Fetching.Step.Done(var file) -> {
                    var known = videos.find(attempt.school(), file);
                    if (known.isEmpty()) attempts.done(attempt);
                    else
                        attempts.failed(attempt, Remark.of("video.import.known", known.get().name()));
                    return;
                }
                case Fetching.Step.Overtaken _ -> {
                    return;
                }
                case Fetching.Step.Failed(var reason) -> {
                    attempts.failed(attempt, reason);
                    return;
                }
                case Fetching.Step.Broken(var fruitful, var reason) -> {
                    fruitless = fruitful ? 0 : fruitless + 1;
                    if (fruitless == MOST_FRUITLESS || Instant.now().isAfter(end)) {
                        attempts.failed(attempt, reason);
                        return;
                    }
                    Thread.sleep(limits.pause().multipliedBy(1L << fruitless));
                }
            }
        }
    }

    @Override
    public void failed(ImportVideo work, String reason) {
        attempts.failed(work, Remark.of("video.failed.unexpected", reason));
    }
}
