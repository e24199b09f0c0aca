package org.coursewright.storage;

/// A file that came whole by an upload.
///
/// @param code of the upload
/// @param name as its sender calls it
public record Received(String code, String name, Blob blob) {}
