package org.coursewright.storage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Sends stored objects. Where an object is a file, the web server sends it straight from the disk (sendfile), so that
/// the bytes never pass through the program.
@Component
class ObjectResponses implements HandlerMethodReturnValueHandler, WebMvcConfigurer {

    private static final String SENDFILE = "org.apache.tomcat.sendfile.";

    /// Below this, handing the file to another thread costs more than copying it; Tomcat draws the same line.
    private static final long WORTH_IT = 48 << 10;

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(this);
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return type.getParameterType() == ObjectResponse.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        if (value instanceof ObjectResponse answer) send(answer, request, response);
    }

    private static void send(ObjectResponse answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var tag = "\"" + answer.tag() + "\"";
        var size = answer.object().size();
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", answer.cacheControl());
        response.setHeader("Accept-Ranges", "bytes");
        if (names(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        switch (ByteRange.of(range(request, tag), size)) {
            case ByteRange.Wish.Outside _ -> {
                response.setHeader("Content-Range", "bytes */" + size);
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            }
            case ByteRange.Wish.Part(var range) -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + size);
                send(answer, range, request, response);
            }
            case ByteRange.Wish.All _ -> send(answer, new ByteRange(0, size - 1), request, response);
        }
    }

    private static void send(
            ObjectResponse answer, ByteRange range, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(answer.mediaType());
        response.setContentLengthLong(range.length());
        if (request.getMethod().equals("HEAD") || range.length() == 0) return;
        var file = answer.object().file();
        if (file.isPresent() && range.length() > WORTH_IT
                && Boolean.TRUE.equals(request.getAttribute(SENDFILE + "support"))) {
            request.setAttribute(SENDFILE + "filename", file.get().toRealPath().toString());
            request.setAttribute(SENDFILE + "start", range.first());
            request.setAttribute(SENDFILE + "end", range.last() + 1);
            return;
        }
        try (var in = answer.object().open(range.first(), range.length())) {
            in.transferTo(response.getOutputStream());
        }
    }

    /// A range of other bytes than the asker already has would be of no use.
    private static Optional<String> range(HttpServletRequest request, String tag) {
        var condition = request.getHeader("If-Range");
        return condition == null || condition.equals(tag)
                ? Optional.ofNullable(request.getHeader("Range"))
                : Optional.empty();
    }

    private static boolean names(@Nullable String condition, String tag) {
        if (condition == null) return false;
        if (condition.strip().equals("*")) return true;
        for (var one : condition.split(",", -1))
            if (one.strip().replaceFirst("^W/", "").equals(tag)) return true;
        return false;
    }
}
