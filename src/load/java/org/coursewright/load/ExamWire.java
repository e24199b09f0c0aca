package org.coursewright.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// The line of one student to the school: each request may be cut where somebody wants it.
///
/// @param student number of the student
record ExamWire(int port, String host, int student) {

    private static final int WITHIN_MILLIS = 15;

    /// Where a request is cut.
    enum Cut {
        /// Nothing of it leaves.
        BEFORE("before the request"),
        /// Half of it leaves.
        REQUEST("within the request"),
        /// All of it leaves; nobody hears what came of it.
        ANSWER("before the answer"),
        /// The answer has begun.
        WITHIN("within the answer");

        final String words;

        Cut(String words) {
            this.words = words;
        }
    }

    Wire.Answer get(String path) {
        return new Wire(port).ask("GET " + path + start(), new byte[0]);
    }

    Wire.Answer post(String path, String body) {
        return new Wire(port).ask("POST " + path + start() + type(body), body.getBytes(StandardCharsets.UTF_8));
    }

    /// A request of which nothing is heard.
    ///
    /// @param body empty = a page is asked for
    void cut(Cut cut, String path, String body) throws InterruptedException {
        if (cut == Cut.BEFORE) return;
        var request = (body.isEmpty() ? "GET " : "POST ") + path + start() + type(body) + "Connection: close\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
        var bytes = request.getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(15_000);
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(bytes, 0, cut == Cut.REQUEST ? bytes.length / 2 : bytes.length);
            socket.getOutputStream().flush();
            if (cut == Cut.WITHIN) socket.getInputStream().readNBytes(20);
            else Thread.sleep(WITHIN_MILLIS);
        } catch (IOException down) {
            // it was cut anyway
        }
    }

    private String start() {
        return " HTTP/1.1\r\nHost: " + host + "\r\nAccept: application/json, text/html\r\n" + ExamSchool.cookie(student);
    }

    private static String type(String body) {
        if (body.isEmpty()) return "";
        return "Content-Type: " + (body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded") + "\r\n";
    }
}
