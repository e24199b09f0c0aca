package org.coursewright.video;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;

/// Who makes videos playable and sends them to viewers: this program, or a service. The source, captions, still pictures,
/// chapters, and the answer to who may watch stay with us either way.
public interface VideoProvider {

    /// As it stands in the database: never changes.
    String name();

    /// Makes a video, or does the part that needs its source. What then takes long elsewhere is told to [Attempts] later.
    /// It may run again for the same video after a crash, and goes on where it was.
    ///
    /// @throws NotMade where it is no use to try again
    /// @throws IOException where it may go well another time
    void make(Making making) throws NotMade, IOException, InterruptedException;

    /// Where a video that this provider made begins to play, good until then; empty where it begins with us.
    Optional<URI> manifest(School school, Hash video, Manifest manifest, Instant until);

    /// What browsers have to be allowed to fetch from, such as `https://media.example.org`; empty = only from us.
    Optional<String> origin();
}
