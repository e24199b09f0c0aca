package org.coursewright.study;

import java.util.LinkedHashMap;
import java.util.Map;
import org.coursewright.identity.Visitor;
import org.coursewright.school.OnSchool;
import org.coursewright.school.School;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What stored pages ask to greet who is signed in: small, and never stored.
@Controller
@OnSchool
class SessionController {

    private final Dashboards dashboards;

    SessionController(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @GetMapping("/session")
    ResponseEntity<Map<String, Object>> show(School school, Visitor visitor) {
        var answer = new LinkedHashMap<String, Object>();
        visitor.student().ifPresent(student -> {
            answer.put("name", student.shownName());
            var courses = dashboards.of(school, student);
            courses.stream().filter(course -> course.lessonSlug() != null).findFirst().ifPresent(course -> {
                var next = new LinkedHashMap<String, String>();
                next.put("title", String.valueOf(course.lessonTitle()));
                next.put("url", course.url());
                if (!course.clock().isEmpty()) next.put("at", course.clock());
                answer.put("continue", next);
            });
            var own = new LinkedHashMap<String, Object>();
            courses.forEach(course -> own.put(course.slug(), Map.of("url", course.url(), "percent", course.percent())));
            if (!own.isEmpty()) answer.put("courses", own);
        });
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(answer);
    }
}
