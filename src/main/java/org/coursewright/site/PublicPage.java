package org.coursewright.site;

import org.coursewright.platform.Assets;
import org.jspecify.annotations.Nullable;

/// A public page for its frame; public because the template is in a package of its own.
///
/// @param address absolute
/// @param theme address of the school's style sheet
/// @param ribbon what a preview says of itself
/// @param body made by the parts of the theme
public record PublicPage(
        Assets assets,
        String language,
        String title,
        String description,
        String address,
        boolean listed,
        @Nullable String theme,
        @Nullable String feed,
        @Nullable String structured,
        @Nullable String ribbon,
        String islandTexts,
        String body) {

    public String schemeScript() {
        return SitePolicy.SCHEME_SCRIPT;
    }
}
