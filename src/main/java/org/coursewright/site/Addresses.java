package org.coursewright.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.coursewright.content.Link;
import org.coursewright.content.Names;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.Version;
import org.coursewright.platform.Hash;

/// Where content stands on the public site, and what links of authors become.
final class Addresses {

    private final Map<Long, String> byContent = new HashMap<>();

    Addresses(RevisionContent content) {
        for (var course : content.ofKind("course")) {
            byContent.put(course.contentId(), course(course));
            content.members(course).forEach(lesson -> byContent.put(lesson.contentId(), lesson(course, lesson)));
        }
        content.ofKind("exam").forEach(exam -> byContent.put(exam.contentId(), exam(exam)));
        content.ofKind("page").forEach(page -> byContent.put(page.contentId(), "/pages/" + page.slug()));
        content.ofKind("post").forEach(post -> byContent.put(post.contentId(), "/blog/" + post.slug()));
    }

    static String course(Version course) {
        return "/courses/" + course.slug();
    }

    static String lesson(Version course, Version lesson) {
        return course(course) + "/" + lesson.slug();
    }

    static String exam(Version exam) {
        return "/exams/" + exam.slug();
    }

    /// A file that everybody may have.
    static String file(String path, Hash hash) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return "/files/public/" + hash.hex() + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Optional<String> of(long contentId) {
        return Optional.ofNullable(byContent.get(contentId));
    }

    /// What a link of this text leads to; `#` where it leads nowhere.
    String resolve(Version text, String target) {
        var link = new Link(target, 1, false);
        if (!link.isLocal()) return target;
        int at = target.indexOf('#');
        var fragment = at < 0 ? "" : target.substring(at);
        var reference = text.references().get(target);
        if (reference != null) return of(reference).map(address -> address + fragment).orElse("#");
        var parent = text.path().contains("/") ? text.path().substring(0, text.path().lastIndexOf('/')) : "";
        var path = Names.resolve(parent, link.path());
        var hash = path == null ? null : text.files().get(path);
        if (hash != null && path != null) return file(path, hash);
        return target.startsWith("/") ? target : "#";
    }
}
