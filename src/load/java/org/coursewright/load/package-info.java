/// The runners of `bin/bench`: what a page costs, measured from outside, on loopback.
@NullMarked
package org.coursewright.load;

import org.jspecify.annotations.NullMarked;
