package org.coursewright.site;

import java.util.Map;
import org.coursewright.platform.Hash;

/// The look of a school: its own parts over the core's, its tokens and style sheet.
///
/// @param css of the school, checked; `url(assets/…)` leads to stored files
/// @param assets path in the school folder to hash
/// @param hash changes whenever something here does
record Theme(Parts parts, String tokens, String css, Map<String, Hash> assets, Hash hash) {

    static final Theme DEFAULT = new Theme(Parts.CORE, "", "", Map.of(), CoreParts.hash());

    String stylesheet() {
        return css.isEmpty() ? tokens : tokens + "@layer school{\n" + css + "\n}\n";
    }
}
