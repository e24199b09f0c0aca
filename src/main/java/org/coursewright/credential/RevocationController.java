package org.coursewright.credential;

import java.net.URI;
import org.coursewright.identity.Author;
import org.coursewright.platform.Flash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Revokes a certificate with a reason, and takes that back.
@Controller
@OnPlatform
class RevocationController {

    private static final int LONGEST = 300;

    private final Certificates certificates;

    RevocationController(Certificates certificates) {
        this.certificates = certificates;
    }

    @PostMapping("/studio/{school}/certificates/{code}/revocation")
    ResponseEntity<Void> create(
            Author author, Flash flash, @PathVariable String code, @RequestParam(defaultValue = "") String reason) {
        var said = reason.strip().replaceAll("\\s+", " ");
        if (said.isEmpty() || said.length() > LONGEST) flash.bad("credential.studio.reason-needed", LONGEST);
        else if (certificates.revoke(author.school(), code, said, author.account().email().value()))
            flash.ok("credential.studio.revoked-now");
        else
            throw new NotFound();
        return back(author);
    }

    @DeleteMapping("/studio/{school}/certificates/{code}/revocation")
    ResponseEntity<Void> destroy(Author author, Flash flash, @PathVariable String code) {
        if (!certificates.reinstate(author.school(), code, author.account().email().value())) throw new NotFound();
        flash.ok("credential.studio.reinstated-now");
        return back(author);
    }

    private static ResponseEntity<Void> back(Author author) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/certificates"))
                .build();
    }
}
