package org.coursewright.identity;

import java.util.List;
import java.util.Map;
import org.coursewright.platform.Hash;
import org.jspecify.annotations.Nullable;

/// Where a student is signed in. A parameter of controller methods that also ask for the `Student`.
///
/// @param handle tells the browsers of one student apart; worth nothing as a cookie
/// @param name such as "Firefox, Linux"; empty where it does not say
public record Browser(String handle, String name) {

    private static final int LENGTH = 16;
    /// Many say that they are others too: the first word that is found is the true one.
    private static final List<Map.Entry<String, String>> PROGRAMS = List.of(
            Map.entry("Edg", "Edge"), Map.entry("OPR/", "Opera"), Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("Firefox/", "Firefox"), Map.entry("FxiOS/", "Firefox"), Map.entry("CriOS/", "Chrome"),
            Map.entry("Chrome/", "Chrome"), Map.entry("Safari/", "Safari"));
    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPhone", "iPhone"), Map.entry("iPad", "iPad"), Map.entry("Android", "Android"),
            Map.entry("Windows", "Windows"), Map.entry("Macintosh", "Mac"), Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    /// @param session the value of its cookie
    /// @param agent its `User-Agent`
    static Browser of(String session, @Nullable String agent) {
        return new Browser(Hash.of(session).hex().substring(0, LENGTH), name(agent == null ? "" : agent));
    }

    /// What to call a browser that says this of itself.
    public static String name(String agent) {
        var program = first(PROGRAMS, agent);
        var system = first(SYSTEMS, agent);
        return program.isEmpty() || system.isEmpty() ? program + system : program + ", " + system;
    }

    private static String first(List<Map.Entry<String, String>> names, String agent) {
        return names.stream().filter(each -> agent.contains(each.getKey())).findFirst().map(Map.Entry::getValue)
                .orElse("");
    }
}
