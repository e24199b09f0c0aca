package org.coursewright.credential;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;

/// The author's list.
///
/// @param rows at most one page
public record StudioCertificates(
        School school, String person, String schoolUrl, List<Certificate> rows, boolean more, int page, String search) {

    public String root() {
        return "/studio/" + school.slug() + "/certificates";
    }

    public @Nullable String older() {
        return more ? at(page + 1) : null;
    }

    public @Nullable String newer() {
        return page > 0 ? at(page - 1) : null;
    }

    private String at(int number) {
        var query = search.isEmpty() ? "" : "&search=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
        return root() + "?page=" + number + query;
    }
}
