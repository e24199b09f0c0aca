package org.coursewright.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.coursewright.content.Nodes;

/// Paragraphs and lists of nothing but links.
final class References {

    private static final Pattern BETWEEN = Pattern.compile(
            "[\\s,;:.|·•()-]{0,20}(?:(?:References?|Sources?|See(?: also)?|Read more|Learn more):?)?[\\s,;:.|·•()-]{0,20}",
            Pattern.CASE_INSENSITIVE);

    private References() {}

    /// The links of a block that has nothing else; empty where it has.
    static Optional<List<Link>> only(Node block) {
        var links = new ArrayList<Link>();
        boolean only = switch (block) {
            case Paragraph paragraph -> collect(paragraph, links);
            case ListBlock list -> Nodes.in(list)
                    .allMatch(item -> Nodes.in(item)
                            .allMatch(part -> part instanceof Paragraph && collect(part, links)));
            default -> false;
        };
        return only && !links.isEmpty() ? Optional.of(links) : Optional.empty();
    }

    private static boolean collect(Node parent, List<Link> links) {
        return Nodes.in(parent).allMatch(node -> switch (node) {
            case Link link -> links.add(link);
            case StrongEmphasis strong -> collect(strong, links);
            case Emphasis emphasis -> collect(emphasis, links);
            case SoftLineBreak _,HardLineBreak _ -> true;
            case Text text -> BETWEEN.matcher(text.getLiteral()).matches();
            default -> false;
        });
    }
}
