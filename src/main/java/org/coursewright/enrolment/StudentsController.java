package org.coursewright.enrolment;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnPlatform;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Who learns here, and new students: one address, or a whole list.
@Controller
@OnPlatform
class StudentsController {

    private final StudentRows rows;
    private final Enrolments enrolments;
    private final BulkEnrolment bulk;
    private final Settings settings;
    private final Templates templates;

    StudentsController(
            StudentRows rows, Enrolments enrolments, BulkEnrolment bulk, Settings settings, Templates templates) {
        this.rows = rows;
        this.enrolments = enrolments;
        this.bulk = bulk;
        this.settings = settings;
        this.templates = templates;
    }

    @GetMapping("/studio/{school}/students")
    Object index(
            Screen screen,
            Author author,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "0") int page) {
        return templates.enrolmentStudents(screen,
                page(author, search.strip(), Math.clamp(page, 0, 100_000), "", "", List.of()));
    }

    /// Takes a file, or lines of `email,name`; a list with faults comes back to be mended, and nobody was enrolled.
    @PostMapping("/studio/{school}/students")
    Object create(
            Screen screen,
            Author author,
            Flash flash,
            HttpServletResponse response,
            @RequestParam Slug course,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var text = file == null || file.isEmpty() ? list : EnrolmentList.text(file.getBytes());
        var parsed = EnrolmentList.parse(text);
        if (!parsed.faults().isEmpty() || parsed.entries().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            var faults = parsed.faults().isEmpty()
                    ? List.of(new EnrolmentList.Fault(1, screen.get("enrolment.students.empty-list")))
                    : parsed.faults();
            return templates.enrolmentStudents(screen, page(author, "", 0, course.value(), text, faults));
        }
        var enrolled = bulk.enrol(author.school(), course, parsed.entries(), author.account().email().value());
        if (enrolled.isPresent()) flash.ok("enrolment.students.enrolled", enrolled.getAsInt());
        else
            flash.bad("enrolment.students.no-course");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/students"))
                .build();
    }

    private StudentsPage page(
            Author author, String search, int page, String course, String list, List<EnrolmentList.Fault> faults) {
        var school = author.school();
        var found = rows.find(school, search, page);
        return new StudentsPage(
                school,
                author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"),
                found.stream().limit(StudentRows.PAGE).toList(),
                found.size() > StudentRows.PAGE,
                page,
                search,
                enrolments.courses(school),
                course,
                list,
                faults);
    }
}
