package org.coursewright.video;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// Why there is no seat for a browser: the student watches at others.
///
/// @param others how many they are
/// @param browser the one that has watched for longest and would stop, such as "Firefox, Linux"; empty where it did not say
/// @param seconds for how long
public record Elsewhere(int others, String browser, long seconds) {

    /// What a player hears: 204, or 409 and where the student watches.
    public static ResponseEntity<?> answer(Optional<Elsewhere> elsewhere) {
        return elsewhere.isPresent()
                ? ResponseEntity.status(HttpStatus.CONFLICT).body(elsewhere.get())
                : ResponseEntity.noContent().build();
    }
}
