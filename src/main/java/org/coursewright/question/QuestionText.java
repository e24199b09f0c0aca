package org.coursewright.question;

import java.util.Map;
import java.util.Optional;
import org.coursewright.content.Link;
import org.coursewright.content.Markdown;
import org.coursewright.content.Names;
import org.coursewright.platform.Hash;

/// Makes HTML of the Markdown of a question.
///
/// @param folder in which the question's file lies
/// @param files path to hash of what it may show
record QuestionText(String folder, Map<String, Hash> files, FileAddress addresses) {

    static QuestionText of(String path, Map<String, Hash> files, FileAddress addresses) {
        int slash = path.lastIndexOf('/');
        return new QuestionText(slash < 0 ? "" : path.substring(0, slash), files, addresses);
    }

    String html(String markdown) {
        return markdown.isBlank() ? "" : Markdown.html(markdown, this::resolve).strip();
    }

    /// Without the paragraph around it where it is only one, to stand in a label or a heading.
    String inline(String markdown) {
        var html = html(markdown);
        boolean one = html.startsWith("<p>") && html.endsWith("</p>") && html.indexOf("<p>", 3) < 0;
        return one ? html.substring(3, html.length() - 4) : html;
    }

    /// A link to other content leads nowhere: who answers a question stays there.
    private String resolve(String target) {
        var link = new Link(target, 1, false);
        if (!link.isLocal()) return target;
        var path = Optional.ofNullable(Names.resolve(target.startsWith("/") ? "" : folder, link.path()));
        return path.flatMap(found -> Optional.ofNullable(files.get(found))
                .map(hash -> addresses.of(hash, found.substring(found.lastIndexOf('/') + 1))))
                .orElse("#");
    }
}
