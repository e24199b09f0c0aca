package org.coursewright.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.coursewright.platform.Hash;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnPreview;
import org.coursewright.school.OnSchool;
import org.coursewright.school.Place;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.coursewright.storage.ObjectResponse;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Pictures and downloads that everybody may have, by their hash.
@Controller
@OnSchool
@OnPreview
class PublicFileController {

    private final LiveSites sites;
    private final PreviewSites previews;
    private final Blobs blobs;

    PublicFileController(LiveSites sites, PreviewSites previews, Blobs blobs) {
        this.sites = sites;
        this.previews = previews;
        this.blobs = blobs;
    }

    @GetMapping("/files/public/{hash}/{name}")
    ObjectResponse show(
            Place place, School school, @PathVariable Hash hash, @PathVariable String name,
            HttpServletResponse response)
            throws IOException {
        var open = place instanceof Place.AtPreview preview
                ? previews.has(school, preview.code(), hash)
                : sites.of(school).files().contains(hash);
        if (!open) throw new NotFound();
        var object = blobs.open(school, hash).orElseThrow(NotFound::new);
        var type = MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        if (!isShown(name)) response.setHeader("Content-Disposition", "attachment");
        return new ObjectResponse(object, type.toString(), hash.hex(), "public, max-age=31536000, immutable");
    }

    /// Pictures are shown in place; all else is downloaded.
    private static boolean isShown(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.matches(".*\\.(png|jpe?g|gif|webp|avif|svg|ico|woff2)");
    }
}
