package org.coursewright.identity;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The tokens of a school. A new one is shown in the answer to the form, and never again: that answer is no redirect.
@Controller
@OnPlatform
class TokenController {

    private static final int LONGEST_NAME = 80;
    private static final List<Integer> LIVES = List.of(30, 90, 365);

    private final ApiTokens tokens;
    private final Settings settings;
    private final Templates templates;

    TokenController(ApiTokens tokens, Settings settings, Templates templates) {
        this.tokens = tokens;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/studio/{school}/tokens")
    JteModel index(Author author, Screen screen) {
        return page(author, screen, "", "", "");
    }

    @PostMapping("/studio/{school}/tokens")
    JteModel create(
            Author author,
            Screen screen,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "90") int days) {
        var plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME)
            return refused(author, screen, response, name, "identity.tokens.no-name");
        if (scopes.isEmpty() || !ApiToken.SCOPES.containsAll(scopes) || !LIVES.contains(days))
            return refused(author, screen, response, name, "identity.tokens.no-scope");
        var token = tokens.create(author.school(), author.account(), plain, scopes, Duration.ofDays(days));
        return page(author, screen, "", token, "");
    }

    private JteModel refused(Author author, Screen screen, HttpServletResponse response, String name, String key) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(author, screen, name, "", screen.get(key));
    }

    private JteModel page(Author author, Screen screen, String name, String token, String error) {
        var school = author.school();
        return templates.identityTokens(screen, school, author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"), tokens.all(school), LIVES, name, token, error);
    }
}
