package org.coursewright.video;

/// Content that shows a video, in the newest revision of its source.
///
/// @param revisionId that revision
/// @param contentId what shows it
/// @param title of that
/// @param file path of the video in the school folder
public record VideoPlace(long revisionId, long contentId, String title, String file) {}
