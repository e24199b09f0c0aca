package org.coursewright.storage;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.coursewright.platform.Hash;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

/// A file of an author for one person: shown in place where browsers do that safely, else downloaded, and never able to
/// do anything on the page's host.
public final class PersonalFile {

    private static final String KEPT = "private, max-age=14400";

    private PersonalFile() {}

    /// @param name by which it is kept; decides how it is shown
    public static ObjectResponse of(StoredObject object, Hash hash, String name, HttpServletResponse response) {
        var type = MediaType.parseMediaType(MediaTypes.of(name));
        var shown = type.getType().equals("image") || type.equals(MediaType.APPLICATION_PDF);
        var disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
        response.setHeader(
                "Content-Disposition", disposition.filename(name, StandardCharsets.UTF_8).build().toString());
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        return new ObjectResponse(object, type.toString(), hash.hex().substring(0, 32), KEPT);
    }
}
