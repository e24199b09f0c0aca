package org.coursewright.content;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.coursewright.identity.Authors;
import org.coursewright.platform.Slug;
import org.coursewright.storage.UploadAccess;
import org.coursewright.storage.Uploader;
import org.springframework.stereotype.Component;

/// Lets authors send files from their browser, to the school in the `Coursewright-School` header: no other site can
/// make a browser send that.
@Component
class UploadSessions implements UploadAccess {

    private static final String SCHOOL = "Coursewright-School";

    private final Authors authors;

    UploadSessions(Authors authors) {
        this.authors = authors;
    }

    @Override
    public Optional<Uploader> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(SCHOOL))
                .filter(Slug::isValid)
                .flatMap(slug -> authors.find(request, new Slug(slug)))
                .map(author -> new Uploader(author.school(), author.account().email().value(), true));
    }
}
