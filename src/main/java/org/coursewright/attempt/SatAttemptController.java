package org.coursewright.attempt;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.coursewright.identity.Author;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The attempts of a school, the newest first, and each of them with what happened to it.
@Controller
@OnPlatform
class SatAttemptController {

    private final SatAttempts attempts;
    private final Readings readings;
    private final Settings settings;
    private final Templates templates;

    SatAttemptController(SatAttempts attempts, Readings readings, Settings settings, Templates templates) {
        this.attempts = attempts;
        this.readings = readings;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/studio/{school}/attempts")
    JteModel index(
            Screen screen, Author author, @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "0") int page) {
        int at = Math.clamp(page, 0, 100_000);
        return templates.attemptSatAttempts(
                screen, author, url(author), attempts.find(author.school(), search.strip(), at), search.strip(), at);
    }

    @GetMapping("/studio/{school}/attempts/{code:[A-Za-z0-9_-]{16}}")
    JteModel show(Screen screen, Author author, @PathVariable String code) {
        var school = author.school();
        var row = attempts.find(school, code).orElseThrow(NotFound::new);
        var attempt = attempts.attempt(school, code).orElseThrow(NotFound::new);
        var toRead = attempt.phase() == Phase.OPEN ? List.<Readings.ToRead>of() : readings.of(school, attempt);
        return templates.attemptSatAttempt(
                screen, author, url(author), row, attempt, attempts.history(school, attempt.id()), toRead);
    }

    private String url(Author author) {
        return settings.schoolUrl(author.school().slug().value(), "/");
    }
}
