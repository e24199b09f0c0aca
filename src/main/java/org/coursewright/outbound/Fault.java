package org.coursewright.outbound;

/// Why nobody answered.
public enum Fault {
    /// No such name.
    UNKNOWN_HOST,
    /// A network of which nothing may be asked from here.
    NOT_PUBLIC,
    /// From one address to the next, without an end or to none that can be asked.
    REDIRECTS,
    /// Its certificate is not good, or there is none.
    NOT_SECURE,
    /// It answers too late, not at all, or not by HTTP.
    SILENT
}
