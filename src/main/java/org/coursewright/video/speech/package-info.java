/// Recognisers: what is said in a recording, as text with times.
@NullMarked
package org.coursewright.video.speech;

import org.jspecify.annotations.NullMarked;
