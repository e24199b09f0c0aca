package org.coursewright.api;

import java.util.ArrayList;
import org.coursewright.enrolment.BulkEnrolment;
import org.coursewright.enrolment.EnrolmentList;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Lets students in.
@OnPlatform
@RestController
@RequestMapping("/api/v1/schools/{school}/enrolments")
class EnrolmentController {

    private static final int MOST = 10_000;

    private final BulkEnrolment enrolment;

    EnrolmentController(BulkEnrolment enrolment) {
        this.enrolment = enrolment;
    }

    @PostMapping
    ResponseEntity<EnrolmentAnswer> create(@Enrolling Caller caller, @RequestBody EnrolmentOrder order) {
        if (order.students().size() > MOST) throw refused("One request may enrol " + MOST + " students.");
        var entries = new ArrayList<EnrolmentList.Entry>();
        for (var student : order.students()) {
            var email = EmailAddress.find(student.email())
                    .orElseThrow(() -> refused("'" + student.email() + "' is no e-mail address."));
            entries.add(new EnrolmentList.Entry(email, student.name()));
        }
        if (!Slug.isValid(order.course())) throw refused("The school has no course '" + order.course() + "'.");
        int enrolled = enrolment.enrol(caller.school(), new Slug(order.course()), entries, caller.name())
                .orElseThrow(() -> refused("The school has no course '" + order.course() + "'."));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new EnrolmentAnswer(enrolled, entries.size() - enrolled));
    }

    private static ApiRefusal refused(String reason) {
        return new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, reason);
    }
}
