package org.coursewright.video;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.coursewright.identity.Browser;
import org.coursewright.identity.Student;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// At how many browsers a student watches at the same time. A seat belongs to a browser, whatever the number of its tabs;
/// it is kept by the player that says that it plays, and by every byte of media that the browser fetches.
@Component
public class Seats {

    /// Spares the question for each segment. Who lost a seat gets nothing more after that, whatever their token says.
    private static final Duration BELIEVED = Duration.ofSeconds(15);

    private final VideoProtection protection;
    private final Seating seating;
    private final Cache<Seat, Boolean> taken = Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(BELIEVED)
            .build();

    private record Seat(long school, long student, String browser) {}

    Seats(VideoProtection protection, Seating seating) {
        this.protection = protection;
        this.seating = seating;
    }

    /// Takes a seat, or keeps the one that the browser has.
    ///
    /// @return why that is not possible
    public Optional<Elsewhere> take(School school, Student student, Browser browser) {
        return take(school, student.id(), browser, false);
    }

    /// Takes a seat; when all are taken, that of the browser that has watched for longest.
    void takeOver(School school, Student student, Browser browser) {
        take(school, student.id(), browser, true);
    }

    /// Gives a seat back: the player stands still, or its page is left.
    public void leave(School school, Student student, Browser browser) {
        if (protection.streams(school) == 0) return;
        taken.invalidate(new Seat(school.id(), student.id(), browser.handle()));
        seating.leave(school, student.id(), browser);
    }

    /// Whether media may go to a viewer now.
    ///
    /// @param agent the `User-Agent`
    boolean admits(School school, Viewer viewer, String agent) {
        if (!(viewer instanceof Viewer.InBrowser(var student, var handle))) return true;
        return taken.getIfPresent(new Seat(school.id(), student, handle)) != null
                || take(school, student, new Browser(handle, Browser.name(agent)), false).isEmpty();
    }

    private Optional<Elsewhere> take(School school, long student, Browser browser, boolean instead) {
        int limit = protection.streams(school);
        if (limit == 0) return Optional.empty();
        var elsewhere = seating.keep(school, student, browser)
                ? Optional.<Elsewhere>empty()
                : seating.take(school, student, browser, limit, instead);
        if (elsewhere.isEmpty()) taken.put(new Seat(school.id(), student, browser.handle()), true);
        return elsewhere;
    }
}
