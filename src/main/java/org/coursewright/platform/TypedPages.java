package org.coursewright.platform;

import gg.jte.TemplateOutput;
import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Makes a typed template a return type of controllers. Rendered whole before the first byte leaves,
/// so that a failing template still gives an error page.
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
        var output = new Utf8ByteOutput();
        ((JteModel) value).render((TemplateOutput) output);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentLength(output.getContentLength());
        if (!response.containsHeader("Cache-Control")) response.setHeader("Cache-Control", "private, no-store");
        output.writeTo(response.getOutputStream());
    }
}
