/// HLS by byte ranges: reads the fragmented MP4 files of an encode and writes the playlists that describe them.
@NullMarked
package org.coursewright.video.hls;

import org.jspecify.annotations.NullMarked;
