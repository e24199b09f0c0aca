/// Flashcards: decks that students keep in mind by reviews at the right time.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "content"})
package org.coursewright.recall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
