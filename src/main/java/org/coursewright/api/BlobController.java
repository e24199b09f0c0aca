package org.coursewright.api;

import java.io.IOException;
import org.coursewright.platform.Hash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnPlatform;
import org.coursewright.storage.Blobs;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The bytes of a file of the school.
@OnPlatform
@RestController
@RequestMapping("/api/v1/schools/{school}/blobs/{hash}")
class BlobController {

    private final Blobs blobs;

    BlobController(Blobs blobs) {
        this.blobs = blobs;
    }

    @GetMapping
    ResponseEntity<Resource> show(Caller caller, @PathVariable Hash hash) throws IOException {
        var object = blobs.open(caller.school(), hash).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(object.size())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(object.open()));
    }
}
