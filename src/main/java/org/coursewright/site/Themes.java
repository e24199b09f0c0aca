package org.coursewright.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.Version;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Reads the theme that a revision names. What cannot be used is left out: the core takes its place.
@Component
class Themes {

    private static final Logger log = LoggerFactory.getLogger(Themes.class);
    private static final String PARTS = "theme/parts/";
    private static final String ASSETS = "theme/assets/";

    private final Blobs blobs;

    Themes(Blobs blobs) {
        this.blobs = blobs;
    }

    Theme of(School school, RevisionContent content) {
        return content.ofKind("theme").stream().findFirst().map(theme -> read(school, theme)).orElse(Theme.DEFAULT);
    }

    private Theme read(School school, Version theme) {
        var texts = new TreeMap<String, String>();
        var assets = new TreeMap<String, Hash>();
        theme.files().forEach((path, hash) -> {
            if (path.startsWith(PARTS) && path.endsWith(".mustache"))
                texts.put(path.substring(PARTS.length(), path.length() - ".mustache".length()), text(school, hash));
            if (path.startsWith(ASSETS)) assets.put(path, hash);
        });
        var own = new OwnParts(texts).usable();
        if (own.size() < texts.size())
            log.warn("School {}: some parts of its theme cannot be used: {}", school.slug(), texts.keySet());
        var css = theme.files().containsKey("theme/theme.css")
                ? css(text(school, theme.files().get("theme/theme.css")), assets)
                : "";
        return new Theme(
                new Parts(own), ThemeTokens.css(tokens(theme)), css, assets,
                Hash.of(CoreParts.hash() + theme.hash().hex()));
    }

    private static String css(String css, Map<String, Hash> assets) {
        if (!ThemeCss.faults(css).isEmpty()) return "";
        var shown = css;
        for (var asset : assets.entrySet()) {
            var name = asset.getKey().substring("theme/".length());
            shown = shown.replaceAll(
                    "(url\\(\\s*[\"']?)" + java.util.regex.Pattern.quote(name) + "(?=[\"'\\s)])",
                    "$1" + java.util.regex.Matcher.quoteReplacement(Addresses.file(asset.getKey(), asset.getValue())));
        }
        return shown;
    }

    private static Map<String, String> tokens(Version theme) {
        var tokens = new HashMap<String, String>();
        var written = theme.front().get("tokens");
        if (written != null) written.forEachEntry((name, value) -> tokens.put(name, value.asString("")));
        return tokens;
    }

    private String text(School school, Hash hash) {
        try {
            return blobs.text(school, hash).orElse("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
