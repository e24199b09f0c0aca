package org.coursewright.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/// Serves [Assets] on every host, compressed as built.
@Component
class AssetHandler implements HttpRequestHandler {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,120}\\.(js|css|svg|woff2)");
    /// The service worker of exams answers for their pages, which lie elsewhere than it does.
    private static final Pattern WORKER = Pattern.compile("worker-[A-Z0-9]{8}\\.js");
    private static final String WORKER_PLACE = "/attempts/";
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2");

    private final Assets assets;

    AssetHandler(Assets assets) {
        this.assets = assets;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = NAME.matcher(request.getRequestURI().substring(Assets.FOLDER.length()));
        if (!name.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var encoding = Encoding.best(request.getHeader("Accept-Encoding"));
        var content = assets.find(name.group(), encoding);
        if (content.isEmpty() && encoding != Encoding.IDENTITY) {
            encoding = Encoding.IDENTITY;
            content = assets.find(name.group(), encoding);
        }
        if (content.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Vary", "Accept-Encoding");
        if (WORKER.matcher(name.group()).matches()) response.setHeader("Service-Worker-Allowed", WORKER_PLACE);
        response.setContentType(Objects.requireNonNull(TYPES.get(name.group(1))));
        if (encoding != Encoding.IDENTITY) response.setHeader("Content-Encoding", encoding.token());
        response.setContentLength(content.get().length);
        if (!request.getMethod().equals("HEAD")) response.getOutputStream().write(content.get());
    }
}
