/// Coursewright: a school for video courses and certification exams, in one program.
@NullMarked
package org.coursewright;

import org.jspecify.annotations.NullMarked;
