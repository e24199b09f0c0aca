/// Cloudflare Stream as a provider of video: sends it there, follows what becomes of it, signs where it plays, and removes
/// it. Nothing else of the program knows of it. What it speaks: <https://developers.cloudflare.com/stream/>
@NullMarked
package org.coursewright.video.cloudflare;

import org.jspecify.annotations.NullMarked;
