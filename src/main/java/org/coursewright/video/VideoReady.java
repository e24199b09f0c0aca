package org.coursewright.video;

import org.coursewright.platform.Hash;

/// A video can be played from now on.
public record VideoReady(long school, Hash video) {}
