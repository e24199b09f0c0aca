/// PostgreSQL as a child process: real, durable, with nothing to install.
@NullMarked
package org.coursewright.platform.postgres;

import org.jspecify.annotations.NullMarked;
