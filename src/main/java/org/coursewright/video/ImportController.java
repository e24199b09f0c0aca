package org.coursewright.video;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.coursewright.identity.Author;
import org.coursewright.outbound.WebAddress;
import org.coursewright.platform.Flash;
import org.coursewright.platform.Screen;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Videos that the server fetches from an address.
@Controller
@OnPlatform
class ImportController {

    private final Imports imports;
    private final VideoPages pages;
    private final Settings settings;
    private final Templates templates;

    ImportController(Imports imports, VideoPages pages, Settings settings, Templates templates) {
        this.imports = imports;
        this.pages = pages;
        this.settings = settings;
        this.templates = templates;
    }

    @PostMapping("/studio/{school}/imports")
    Object create(Author author, Screen screen, Flash flash, HttpServletResponse response,
            @RequestParam(defaultValue = "") String address) {
        var parsed = WebAddress.parse(address);
        if (parsed.isPresent() && imports.add(author, parsed.get())) {
            flash.ok("video.import.begun");
            return videos(author);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var school = author.school();
        var page = pages.all(school).refused(address,
                screen.get(parsed.isPresent() ? "video.import.many" : "video.import.malformed"));
        return templates.videoVideos(screen, school, author.account().email().value(),
                settings.schoolUrl(school.slug().value(), "/"), page);
    }

    @DeleteMapping("/studio/{school}/imports/{code}")
    ResponseEntity<Void> destroy(Author author, @PathVariable String code) throws IOException {
        imports.remove(author.school(), code);
        return videos(author);
    }

    static ResponseEntity<Void> videos(Author author) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/studio/" + author.school().slug() + "/videos"))
                .build();
    }
}
