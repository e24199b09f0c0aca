package org.coursewright.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;

/// The answer of a web server, with its body still to be read. Closing it ends the connection, however much is left.
public final class Answer implements AutoCloseable {

    private final WebAddress address;
    private final HttpGet request;
    private final ClassicHttpResponse response;

    Answer(WebAddress address, HttpGet request, ClassicHttpResponse response) {
        this.address = address;
        this.request = request;
        this.response = response;
    }

    /// Where it came from after all redirects.
    public WebAddress address() {
        return address;
    }

    public int status() {
        return response.getCode();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(header -> header.getValue());
    }

    /// Bytes as they are sent; a body that falls silent, or breaks off before its end, throws.
    public InputStream body() throws IOException {
        var entity = response.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity.getContent();
    }

    /// A response that is closed alone would first read all that is left.
    @Override
    public void close() {
        request.cancel();
        try {
            response.close();
        } catch (IOException _) {
            // the connection was ended on purpose
        }
    }
}
