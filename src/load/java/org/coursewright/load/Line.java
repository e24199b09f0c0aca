package org.coursewright.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One kept-alive HTTP/1.1 connection that asks and reads, and does little else: the machine is shared with what is
/// measured.
final class Line implements AutoCloseable {

    private final int port;
    private Socket socket;
    private InputStream in;
    private boolean ended;

    Line(int port) throws IOException {
        this.port = port;
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /// What came back.
    ///
    /// @param body as it was sent, compressed or not
    record Answer(int status, byte[] body) {}

    /// @param more further header lines, each ended by CR LF
    Answer get(String host, String path, String more) throws IOException {
        return ask("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "\r\n");
    }

    Answer post(String host, String path, String more, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return ask("POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "Content-Length: " + length
                + "\r\n\r\n" + body);
    }

    private Answer ask(String request) throws IOException {
        if (ended) reconnect();
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) length = Integer.parseInt(lower.substring(15).strip());
            if (lower.equals("connection: close")) ended = true;
            if (lower.startsWith("transfer-encoding:")) chunked = lower.contains("chunked");
        }
        return new Answer(status, chunked ? chunks() : exactly(length));
    }

    /// The server ends a connection after many requests, as it may.
    void reconnect() throws IOException {
        close();
        var fresh = new Line(port);
        socket = fresh.socket;
        in = fresh.in;
        ended = false;
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(exactly(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException();
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) throw new EOFException();
            if (letter != '\r') line.append((char) letter);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
