/// The command line: every task of authors and operators from a terminal.
@NullMarked
@ApplicationModule
package org.coursewright.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
