package org.coursewright.admin;

import java.net.URI;
import org.coursewright.identity.Operator;
import org.coursewright.platform.Flash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// An error that somebody has looked after.
@Controller
@OnPlatform
class ErrorClosureController {

    private final ErrorClosures closures;

    ErrorClosureController(ErrorClosures closures) {
        this.closures = closures;
    }

    @PostMapping("/admin/errors/{fingerprint}/closure")
    ResponseEntity<Void> create(Operator operator, Flash flash, @PathVariable String fingerprint) {
        closures.close(operator, fingerprint);
        flash.ok("admin.errors.closed");
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/admin/errors")).build();
    }
}
