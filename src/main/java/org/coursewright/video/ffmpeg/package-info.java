/// Everything that knows ffmpeg: the program itself, its argument lists, its answers. It runs as a separate process,
/// never inside this one.
@NullMarked
package org.coursewright.video.ffmpeg;

import org.jspecify.annotations.NullMarked;
