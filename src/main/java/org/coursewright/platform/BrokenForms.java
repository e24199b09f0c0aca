package org.coursewright.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// A form with a file that cannot be read is a fault of who sent it, not ours.
@ControllerAdvice
class BrokenForms {

    @ExceptionHandler
    void unreadable(MultipartException broken, HttpServletResponse response) throws IOException {
        response.sendError(broken instanceof MaxUploadSizeExceededException
                ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                : HttpServletResponse.SC_BAD_REQUEST);
    }
}
