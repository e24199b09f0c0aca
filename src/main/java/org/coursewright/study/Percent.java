package org.coursewright.study;

/// Shares as people read them.
final class Percent {

    private Percent() {}

    /// Rounded down, so that 100 means all; 0 of 0 is 0.
    static int of(long part, long whole) {
        return whole == 0 ? 0 : (int) (100 * part / whole);
    }
}
