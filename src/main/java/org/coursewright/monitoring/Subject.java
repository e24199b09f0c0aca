package org.coursewright.monitoring;

/// What can fail.
///
/// @param component such as `database`, or `node` for a whole process
/// @param node the process that sees it or that is it; empty = all see the same
record Subject(String component, String node) {

    static final String NODE = "node";
}
