package org.coursewright.content;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/// Sets other targets on links and images, loads images late, and says of a task whether it is done.
record Targets(UnaryOperator<String> targets) implements AttributeProvider {

    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
        if (tagName.equals("input")) attributes.put("aria-label", attributes.containsKey("checked") ? "done" : "open");
        switch (node) {
            case Link link when tagName.equals("a") -> attributes.put("href", targets.apply(link.getDestination()));
            case Image image when tagName.equals("img") -> {
                attributes.put("src", targets.apply(image.getDestination()));
                attributes.put("loading", "lazy");
            }
            default -> {
            }
        }
    }
}
