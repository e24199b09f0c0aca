package org.coursewright.study;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.regex.Pattern;
import org.coursewright.identity.Browser;
import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The lesson page.
@Controller
@OnSchool
class LessonController {

    private static final Pattern SECOND = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,3})?");

    private final LessonStates states;
    private final LessonPages pages;
    private final Visits visits;
    private final Templates templates;

    LessonController(LessonStates states, LessonPages pages, Visits visits, Templates templates) {
        this.states = states;
        this.pages = pages;
        this.visits = visits;
        this.templates = templates;
    }

    @GetMapping("/learn/{course}/{lesson}")
    Object show(
            Screen screen,
            School school,
            Student student,
            Browser browser,
            HttpServletResponse response,
            @PathVariable Slug course,
            @PathVariable Slug lesson,
            @RequestParam(name = "t", defaultValue = "") String start,
            @RequestHeader(name = "X-Sec-Purpose", defaultValue = "") String purpose) {
        var state = states.find(school, student, course, lesson).orElseThrow(NotFound::new);
        if (!state.courseSlug().equals(course.value()) || !state.lessonSlug().equals(lesson.value()))
            return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                    .location(URI.create("/learn/" + state.courseSlug() + "/" + state.lessonSlug() + second(start)))
                    .build();
        if (!state.open()) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return templates.studyLocked(screen, school, student, pages.locked(school, state));
        }
        if (!purpose.startsWith("prefetch")) visits.add(school, student, state);
        return templates.studyLesson(screen, school, student,
                pages.open(school, student, browser, startingAt(state, start)));
    }

    /// A link may say at which second to begin.
    private static LessonState startingAt(LessonState state, String start) {
        return SECOND.matcher(start).matches() ? state.at(Double.parseDouble(start)) : state;
    }

    /// The second of its video, as it was asked for.
    private static String second(String start) {
        return SECOND.matcher(start).matches() ? "?t=" + start : "";
    }
}
