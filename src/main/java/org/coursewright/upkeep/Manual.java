package org.coursewright.upkeep;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The manual as it lies in the program: a school folder like any other.
final class Manual {

    private static final String ROOT = "/manual/";

    private Manual() {}

    /// Copies it to a folder, as if an author had written it there.
    static void copyTo(Path folder) throws IOException {
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath:manual/**")) {
            var url = resource.getURL().toString();
            var path = URLDecoder.decode(
                    url.substring(url.lastIndexOf(ROOT) + ROOT.length()), StandardCharsets.UTF_8);
            if (path.isEmpty() || path.endsWith("/") || !resource.isReadable()) continue;
            var target = folder.resolve(path);
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            try (var in = resource.getInputStream()) {
                Files.copy(in, target);
            }
        }
    }
}
