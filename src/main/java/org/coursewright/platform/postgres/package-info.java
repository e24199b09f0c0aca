/// PostgreSQL as a child process: real, durable, with nothing to install.
@NullMarked
@NamedInterface("postgres")
package org.coursewright.platform.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
