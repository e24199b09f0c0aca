package org.coursewright.video;

import java.nio.file.Path;
import org.coursewright.video.ffmpeg.Source;
import org.coursewright.video.ffmpeg.Transcoder;

/// What a provider makes a video from.
///
/// @param file what the author sent
/// @param source what ffmpeg found in it
/// @param folder to work in; removed afterwards
public record Making(Attempt attempt, Transcoder ffmpeg, Path file, Source source, Path folder) {}
