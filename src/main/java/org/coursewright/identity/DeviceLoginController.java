package org.coursewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// A terminal begins to sign in.
@OnPlatform
@RestController
class DeviceLoginController {

    private static final String TOO_MANY = "Too many terminals have begun to sign in from your address. Wait a quarter of an hour, then try again.";

    private final DeviceLogins logins;

    DeviceLoginController(DeviceLogins logins) {
        this.logins = logins;
    }

    @PostMapping("/api/v1/device")
    ResponseEntity<?> create(HttpServletRequest request) {
        var begun = logins.start(request.getRemoteAddr());
        if (begun.isPresent()) return ResponseEntity.ok(begun.get());
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", "900")
                .body(Map.of("error", TOO_MANY));
    }
}
