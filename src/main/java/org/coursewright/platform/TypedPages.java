package org.coursewright.platform;

import gg.jte.TemplateOutput;
import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Makes a typed template a return type of controllers. Rendered whole before the first byte leaves,
/// so that a failing template still gives an error page, and packed at once.
final class TypedPages implements HandlerMethodReturnValueHandler {

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return JteModel.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value,
            MethodParameter type,
            ModelAndViewContainer container,
            NativeWebRequest request)
            throws Exception {
        container.setRequestHandled(true);
        var response = request.getNativeResponse(HttpServletResponse.class);
        if (value == null || response == null) return;
        send((JteModel) value, request.getHeader("Accept-Encoding"), response);
    }

    /// @param accepted what the client says in `Accept-Encoding`
    static void send(JteModel page, @Nullable String accepted, HttpServletResponse response) throws IOException {
        var body = rendered(page);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        if (!response.containsHeader("Cache-Control")) response.setHeader("Cache-Control", "private, no-store");
        response.addHeader("Vary", "Accept-Encoding");
        if (Encoding.takesGzip(accepted)) {
            response.setHeader("Content-Encoding", Encoding.GZIP.token());
            body = Gzip.pack(body);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] rendered(JteModel page) throws IOException {
        var output = new Utf8ByteOutput();
        page.render((TemplateOutput) output);
        var bytes = new Exactly(output.getContentLength());
        output.writeTo(bytes);
        return bytes.bytes();
    }

    /// Gives its bytes without a copy, since their number is known from the start.
    private static final class Exactly extends ByteArrayOutputStream {

        Exactly(int length) {
            super(length);
        }

        byte[] bytes() {
            return buf;
        }
    }
}
