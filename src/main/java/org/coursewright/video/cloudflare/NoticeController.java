package org.coursewright.video.cloudflare;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnPlatform;
import org.coursewright.video.NotMade;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Notices of Cloudflare that a video has come to an end there. Nothing that a notice says is believed but which video it
/// is about: that one is looked at, as it would be a few seconds later anyway. Hence it does no harm when one comes twice.
@Controller
@OnPlatform
class NoticeController {

    private static final int LONGEST = 1 << 16;

    private final ObjectProvider<CloudflareAccount> account;
    private final ObjectProvider<Following> following;
    private final Copies copies;
    private final Clock clock;

    NoticeController(ObjectProvider<CloudflareAccount> account, ObjectProvider<Following> following, Copies copies,
            Clock clock) {
        this.account = account;
        this.following = following;
        this.copies = copies;
        this.clock = clock;
    }

    @PostMapping("/webhooks/cloudflare-stream")
    ResponseEntity<Void> create(HttpServletRequest request,
            @RequestHeader(name = "Webhook-Signature", defaultValue = "") String signature)
            throws IOException, InterruptedException {
        var known = account.getIfAvailable();
        if (known == null || known.webhook().isEmpty()) throw new NotFound();
        var body = request.getInputStream().readNBytes(LONGEST);
        if (!NoticeSignature.fits(known.webhook().get(), signature, body, clock.instant()))
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        var copy = copies.underWay(uid(body));
        if (copy.isPresent()) try {
            following.getObject().look(copy.get());
        } catch (IOException | NotMade _) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        return ResponseEntity.noContent().build();
    }

    private static String uid(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body).path("uid").asString("");
        } catch (JacksonException _) {
            return "";
        }
    }
}
