package org.coursewright.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.coursewright.api.RevisionAnswer;
import org.coursewright.command.Target.Place;
import org.coursewright.content.Readiness;

/// Waits until everything plays that a revision needs.
final class Waiting {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Place place;
    private final Progress progress;
    private final boolean silent;

    Waiting(Place place, Progress progress, boolean silent) {
        this.place = place;
        this.progress = progress;
        this.silent = silent;
    }

    /// @return exit code: 1 when something failed
    int until(PrintWriter out, int number) throws IOException {
        var path = place.path("/revisions/" + number + "?source=" + query(place.source()));
        var told = new HashSet<String>();
        while (true) {
            var parts = place.remote().get(path, RevisionAnswer.class).parts();
            for (var part : parts)
                if (isOver(part) && told.add(part.path()) && !silent) tell(out, part);
            if (parts.stream().allMatch(Waiting::isOver)) return end(out, parts);
            parts.stream().filter(part -> !isOver(part)).findFirst().ifPresent(part -> progress.show(
                    part.path(), part.percent(), 100, part.state() == Readiness.State.WAITING ? "  waiting" : ""));
            pause();
        }
    }

    private int end(PrintWriter out, List<Readiness.Part> parts) {
        progress.clear();
        if (parts.stream().anyMatch(part -> part.state() == Readiness.State.FAILED)) return 1;
        if (!silent && !parts.isEmpty())
            out.println(parts.size() == 1 ? "The video plays." : "All " + parts.size() + " videos play.");
        return 0;
    }

    private void tell(PrintWriter out, Readiness.Part part) {
        progress.clear();
        if (part.state() == Readiness.State.FAILED) out.println(part.path() + ": error: " + part.reason());
        else
            progress.done("ready " + part.path());
    }

    private static boolean isOver(Readiness.Part part) {
        return part.state() == Readiness.State.READY || part.state() == Readiness.State.FAILED;
    }

    static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }
}
