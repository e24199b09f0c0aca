package org.coursewright.site;

import java.util.function.Supplier;
import org.coursewright.platform.Hash;

/// Something of a public site, before it is made.
///
/// @param input changes whenever its text would
record SiteOutput(String path, String mediaType, Hash input, Supplier<String> text) {

    static final String HTML = "text/html; charset=utf-8";
    static final String CSS = "text/css; charset=utf-8";
}
