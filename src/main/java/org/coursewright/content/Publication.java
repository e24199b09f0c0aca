package org.coursewright.content;

import java.time.Instant;

/// A state of what is live: names one revision of each source.
public record Publication(long id, Instant at, String by) {}
