package org.coursewright.admin;

import java.net.URI;
import org.coursewright.identity.Operator;
import org.coursewright.platform.Flash;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnPlatform;
import org.coursewright.school.Schools;
import org.coursewright.video.VideoProviders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who makes the new videos of a school. The account of a service, and its bill, are the operator's.
@Controller
@OnPlatform
class VideoProviderController {

    private final Schools schools;
    private final VideoProviders providers;

    VideoProviderController(Schools schools, VideoProviders providers) {
        this.schools = schools;
        this.providers = providers;
    }

    @PostMapping("/admin/schools/{school}/video-provider")
    ResponseEntity<Void> update(Operator operator, Flash flash, @PathVariable Slug school,
            @RequestParam String provider) {
        var found = schools.get(school);
        if (!providers.choose(found, provider, operator.account().email().value())) throw new NotFound();
        flash.ok("admin.schools.videos-chosen", found.name());
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/admin/schools")).build();
    }
}
