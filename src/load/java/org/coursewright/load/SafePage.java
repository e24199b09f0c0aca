package org.coursewright.load;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.coursewright.platform.Hash;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Reads a page as a browser would, and tells what in it could run, load from elsewhere or send somewhere.
final class SafePage {

    private static final Set<String> NEVER = Set.of("iframe", "object", "embed", "base", "applet", "frame", "frameset",
            "math", "foreignobject", "noembed", "plaintext", "xmp", "portal", "marquee");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction", "poster", "xlink:href",
            "background", "cite", "data", "ping", "srcset");
    private static final List<String> SCHEMES = List.of("http://", "https://", "mailto:", "tel:");

    private SafePage() {}

    /// @param policy the `Content-Security-Policy` that came with it: scripts within the page that it names by their hash are
    ///     ours
    static List<String> dangers(String html, String policy) {
        var dangers = new ArrayList<String>();
        for (var element : Jsoup.parse(html).getAllElements()) {
            var name = element.normalName();
            if (NEVER.contains(name)) dangers.add("<" + name + ">");
            if (name.equals("script") && !ours(element, policy)) dangers.add("a script: " + start(element.outerHtml()));
            if (name.equals("meta") && element.hasAttr("http-equiv")) dangers.add("<meta http-equiv>");
            for (var attribute : element.attributes()) {
                var key = attribute.getKey().toLowerCase(Locale.ROOT);
                if (key.startsWith("on")) dangers.add(key + "=" + start(attribute.getValue()));
                if (key.equals("srcdoc")) dangers.add("srcdoc");
                if (ADDRESSES.contains(key) && leadsOut(attribute.getValue()))
                    dangers.add(key + "=" + start(attribute.getValue()));
            }
        }
        return dangers;
    }

    private static boolean ours(Element script, String policy) {
        var type = script.attr("type");
        var hash = Base64.getEncoder().encodeToString(Hash.of(script.data()).bytes());
        if (policy.contains("'sha256-" + hash + "'")) return true;
        return script.attr("src").startsWith("/assets/") || type.equals("application/json") || type.equals("application/ld+json") || type.equals("speculationrules");
    }

    /// As browsers read an address: without the white space and control characters within.
    private static boolean leadsOut(String address) {
        var read = address.replaceAll("[\\x00-\\x20]", "").toLowerCase(Locale.ROOT);
        if (!read.matches("[a-z][a-z0-9+.-]*:.*")) return false;
        return SCHEMES.stream().noneMatch(read::startsWith);
    }

    private static String start(String text) {
        return text.length() > 80 ? text.substring(0, 80) : text;
    }
}
