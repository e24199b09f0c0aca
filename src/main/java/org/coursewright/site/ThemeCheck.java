package org.coursewright.site;

import java.util.Map;
import java.util.TreeMap;
import org.coursewright.content.FolderReading;
import org.coursewright.content.SourceFile;
import org.coursewright.content.Suggestion;

/// Tells an author at the push what of a theme could not be used.
final class ThemeCheck {

    private static final String PARTS = "theme/parts/";

    private final FolderReading folder;

    private ThemeCheck(FolderReading folder) {
        this.folder = folder;
    }

    static void run(FolderReading folder, Map<String, String> tokens) {
        var check = new ThemeCheck(folder);
        check.parts();
        check.styles();
        check.tokens(tokens);
    }

    private void parts() {
        var texts = new TreeMap<String, String>();
        for (var file : folder.tree().under("theme/parts"))
            if (file.hasExtension("mustache"))
                folder.text(file).ifPresent(text -> texts.put(name(file), text));
        var parts = new OwnParts(texts);
        for (var name : texts.keySet()) {
            var path = PARTS + name + ".mustache";
            parts.fault(name).ifPresent(fault -> folder.error(path, 1, fault));
            if (!CoreParts.names().contains(name) && !isIncluded(name, texts))
                folder.warning(path, 1, "No page uses a part '" + name + "'."
                        + Suggestion.among(name, CoreParts.names())
                                .map(core -> " Did you mean '" + core + "'?")
                                .orElse(""));
        }
    }

    private void styles() {
        folder.tree()
                .file("theme/theme.css")
                .flatMap(folder::text)
                .ifPresent(css -> ThemeCss.faults(css).forEach(fault -> folder.error("theme/theme.css", 1, fault)));
    }

    private void tokens(Map<String, String> tokens) {
        tokens.forEach((token, value) -> {
            if (!ThemeTokens.isKnown(token))
                folder.error("theme/theme.yaml", 1, "'" + token + "' is no token. There are: "
                        + String.join(", ", ThemeTokens.names()) + ".");
            else if (!ThemeTokens.isGood(token, value))
                folder.error("theme/theme.yaml", 1, "'" + value + "' does not fit '" + token
                        + "': brand-h is a hue from 0 to 360, brand-c a chroma up to .25, radius such as .5rem, fonts are"
                        + " names.");
        });
    }

    private static boolean isIncluded(String name, Map<String, String> texts) {
        return texts.values().stream().anyMatch(text -> text.matches("(?s).*\\{\\{>\\s*" + name + "\\s*}}.*"));
    }

    private static String name(SourceFile file) {
        return file.path().substring(PARTS.length(), file.path().length() - ".mustache".length());
    }
}
