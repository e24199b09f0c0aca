package org.coursewright.backup;

import java.time.Instant;
import java.util.Optional;

/// Which state somebody wants back: without both the newest there is, of a backup alone just that one, of a time the
/// state of that moment.
public record Wish(Optional<String> backup, Optional<Instant> time) {}
