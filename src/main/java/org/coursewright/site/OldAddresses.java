package org.coursewright.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coursewright.content.RevisionContent;

/// Old addresses and where what stood there is now: from `redirects.yaml`, and from slugs that changed.
final class OldAddresses {

    private final RevisionContent content;
    private final Addresses addresses;

    OldAddresses(RevisionContent content) {
        this.content = content;
        this.addresses = new Addresses(content);
    }

    Map<String, String> all(List<SiteMaps.FormerSlug> former) {
        var all = new HashMap<String, String>();
        for (var slug : former) {
            var now = addresses.of(slug.contentId());
            if (now.isEmpty()) continue;
            switch (slug.kind()) {
                case "course" -> {
                    all.put("/courses/" + slug.slug(), now.get());
                    content.content(slug.contentId()).ifPresent(course -> content.members(course).forEach(
                            lesson -> all.put("/courses/" + slug.slug() + "/" + lesson.slug(),
                                    Addresses.lesson(course, lesson))));
                }
                case "lesson" -> addresses.of(slug.parentId())
                        .ifPresent(course -> all.put(course + "/" + slug.slug(), now.get()));
                default -> {
                    // has no page
                }
            }
        }
        for (var version : content.ofKind("redirects")) {
            var paths = version.front().get("paths");
            if (paths != null) paths.forEachEntry((from, to) -> all.put(from, to.asString("")));
        }
        return all;
    }
}
