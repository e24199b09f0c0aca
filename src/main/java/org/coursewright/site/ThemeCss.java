package org.coursewright.site;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSExpressionMemberTermURI;
import com.helger.css.decl.CSSImportRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.decl.visit.CSSVisitor;
import com.helger.css.decl.visit.DefaultCSSUrlVisitor;
import com.helger.css.handler.DoNothingCSSParseExceptionCallback;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.DoNothingCSSInterpretErrorHandler;
import com.helger.css.reader.errorhandler.DoNothingCSSParseErrorHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The style sheet that a school adds: read by a real parser, so that what it fetches is known.
final class ThemeCss {

    static final int MOST_CHARACTERS = 100 << 10;

    private ThemeCss() {}

    /// What is wrong with a style sheet, for its author; empty = it can be used.
    static List<String> faults(String css) {
        if (css.length() > MOST_CHARACTERS)
            return List.of("The style sheet is larger than " + (MOST_CHARACTERS >> 10) + " KB.");
        var sheet = read(css);
        if (sheet == null)
            return List.of("This is no CSS that we can read. Write '@media (min-width: 40rem)' for width ranges.");
        var faults = new ArrayList<String>();
        CSSVisitor.visitCSSUrl(sheet, new DefaultCSSUrlVisitor() {

            @Override
            public void onImport(CSSImportRule rule) {
                faults.add("'@import' is not possible: put all of it into this file.");
            }

            @Override
            public void onUrlDeclaration(
                    @Nullable ICSSTopLevelRule rule, CSSDeclaration declaration, CSSExpressionMemberTermURI term) {
                var url = term.getURIString();
                if (!url.startsWith("assets/") || url.contains(".."))
                    faults.add("'url(" + url + ")' must be a file of the theme: url(assets/…).");
            }
        });
        return faults;
    }

    private static @Nullable CascadingStyleSheet read(String css) {
        var settings = new CSSReaderSettings()
                .setCustomErrorHandler(new DoNothingCSSParseErrorHandler())
                .setCustomExceptionHandler(new DoNothingCSSParseExceptionCallback())
                .setInterpretErrorHandler(new DoNothingCSSInterpretErrorHandler());
        return CSSReader.readFromStringReader(css, settings);
    }
}
