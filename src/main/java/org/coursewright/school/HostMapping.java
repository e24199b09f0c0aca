package org.coursewright.school;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Which method answers a request, by host and path. Deny by default: a controller of ours that does not say on which
/// hosts it lives stops the start.
///
/// Spring asks each of some 200 mappings in turn whether it fits. Those whose path begins with another word are passed
/// over here, since that question took a twentieth of a lesson page's time in the JVM.
final class HostMapping extends RequestMappingHandlerMapping {

    private static final String ANY = "*";

    private final Map<RequestMappingInfo, Set<String>> beginnings = new ConcurrentHashMap<>();

    /// On the methods: Spring asks for a condition of the type only where that has a mapping of its own.
    @Override
    protected @Nullable RequestCondition<?> getCustomMethodCondition(Method method) {
        var controller = method.getDeclaringClass();
        var hosts = OnHosts.of(controller);
        if (hosts.kinds().isEmpty() && controller.getName().startsWith("org.coursewright"))
            throw new IllegalStateException(controller.getName() + " needs @OnPlatform, @OnSchool or @OnPreview");
        return hosts.kinds().isEmpty() ? null : hosts;
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo mapping, HttpServletRequest request) {
        var words = beginnings.computeIfAbsent(mapping, HostMapping::beginnings);
        return words.contains(ANY) || words.contains(first(request))
                ? super.getMatchingMapping(mapping, request)
                : null;
    }

    /// The words that its paths begin with, [#ANY] for what is no plain word.
    private static Set<String> beginnings(RequestMappingInfo mapping) {
        var words = new HashSet<String>();
        for (var path : mapping.getPatternValues()) {
            int end = path.indexOf('/', 1);
            var word = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
            words.add(word.chars().allMatch(letter -> Character.isLetterOrDigit(letter) || letter == '-') ? word : ANY);
        }
        return words;
    }

    /// The first word of a path, decoded; empty for the root.
    private static String first(HttpServletRequest request) {
        var path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().elements();
        return path.size() > 1 && path.get(1) instanceof PathContainer.PathSegment word ? word.valueToMatch() : "";
    }
}
