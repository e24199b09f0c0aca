package org.coursewright.site;

import java.util.Map;
import org.coursewright.content.About;
import org.jspecify.annotations.Nullable;

/// The keys of `theme/theme.yaml`.
@About("The look of the school: theme/theme.yaml.")
record ThemeKeys(
        @About("Stays for ever; there is one of these, so it is seldom needed.") @Nullable String id,
        @About("Theme that it builds on.") @Nullable String extends_,
        @About("brand-h, brand-c, radius, font-body, font-display.") Map<String, String> tokens,
        @About("Settings of the theme.") Map<String, String> settings) {}
