package org.coursewright.study;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.coursewright.identity.Student;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Words in the lessons of a course. It has the address of the course, since any other could be a lesson's.
@Controller
@OnSchool
class SearchController {

    private final CourseStates states;
    private final CourseParts parts;
    private final CourseSearch search;
    private final Templates templates;

    SearchController(CourseStates states, CourseParts parts, CourseSearch search, Templates templates) {
        this.states = states;
        this.parts = parts;
        this.search = search;
        this.templates = templates;
    }

    @GetMapping(value = "/learn/{course}", params = "q")
    JteModel index(Screen screen, School school, Student student, @PathVariable Slug course, @RequestParam String q) {
        var state = states.find(school, student, course).orElseThrow(NotFound::new);
        var outline = parts.outline(school, state.courseId(), state.versionId());
        var words = q.replace("\0", "").strip();
        var asked = words.substring(0, Math.min(words.length(), CourseSearch.LONGEST));
        return templates.studySearch(screen, school, student, outline, state.enrolled(), asked,
                search.find(school, state, outline, asked));
    }
}
