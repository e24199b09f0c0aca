package org.coursewright.identity;

import org.coursewright.platform.Flash;
import org.coursewright.school.OnPlatform;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Ends a token at once.
@Controller
@OnPlatform
class TokenRevocationController {

    private final ApiTokens tokens;

    TokenRevocationController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping("/studio/{school}/tokens/{token}/revocation")
    ResponseEntity<Void> create(Author author, Flash flash, @PathVariable long token) {
        tokens.revoke(author.school(), token, author.account().email().value());
        flash.ok("identity.tokens.revoked");
        return Redirects.to("/studio/" + author.school().slug() + "/tokens");
    }
}
