package org.coursewright.video;

/// In which form a player is told of what a video consists.
public enum Manifest {
    HLS, DASH
}
