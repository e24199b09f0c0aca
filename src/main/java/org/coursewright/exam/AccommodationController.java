package org.coursewright.exam;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.coursewright.identity.Author;
import org.coursewright.identity.Students;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Flash;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// More time for students who need it.
@Controller
@OnPlatform
class AccommodationController {

    private final Accommodations accommodations;
    private final Students students;
    private final Settings settings;
    private final Templates templates;

    AccommodationController(
            Accommodations accommodations, Students students, Settings settings, Templates templates) {
        this.accommodations = accommodations;
        this.students = students;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/studio/{school}/accommodations")
    JteModel index(Author author, Screen screen) {
        return page(author, screen, "", "1.5", "");
    }

    @PostMapping("/studio/{school}/accommodations")
    Object create(
            Author author, Screen screen, Flash flash, HttpServletResponse response,
            @RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "") String extra) {
        var chosen = Accommodation.Extra.find(extra);
        if (chosen.isEmpty()) return ResponseEntity.unprocessableContent().build();
        var student = EmailAddress.find(email).flatMap(address -> students.find(author.school(), address));
        if (student.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(author, screen, email, extra, screen.get("exam.accommodation.unknown"));
        }
        accommodations.give(author, student.get(), chosen.get());
        flash.ok("exam.accommodation.given", student.get().email());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/accommodations"))
                .build();
    }

    private JteModel page(Author author, Screen screen, String email, String extra, String error) {
        var school = author.school();
        return templates.examAccommodations(screen, school, author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"),
                new AccommodationsPage(accommodations.all(school), email, extra, error));
    }
}
