/// Offers: what is sold, at which price, and what it grants.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "content"})
package org.coursewright.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
