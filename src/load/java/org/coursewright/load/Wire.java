package org.coursewright.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Sends bytes that may be no HTTP at all, each over a connection of its own, and tells what comes back.
record Wire(int port) {

    static final int NO_ANSWER = 0;
    static final int HANGS = -1;
    private static final int PATIENCE_MILLIS = 15_000;
    private static final int MOST = 8 << 20;

    /// @param status of HTTP, [#NO_ANSWER] where the connection ended before the whole of it, [#HANGS] after 15 s; a
    ///     refusal may be cut
    /// @param headers by their name in lower case; the last one of a name
    record Answer(int status, Map<String, String> headers, byte[] body, double millis) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /// @param head request line and header lines, each ended by CR LF; `Connection` and `Content-Length` are added
    Answer ask(String head, byte[] body) {
        var whole = head + "Connection: close\r\n" + (body.length > 0 ? "Content-Length: " + body.length + "\r\n" : "") + "\r\n";
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(whole.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return send(bytes.toByteArray());
    }

    /// Leaves its side of the connection open: a balancer takes one that is half closed for a person who has left.
    private Answer send(byte[] request) {
        long began = System.nanoTime();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            try {
                socket.getOutputStream().write(request);
            } catch (IOException refusedEarly) {
                // the answer may be there already
            }
            return read(new BufferedInputStream(socket.getInputStream(), 1 << 15), request[0] == 'H', began);
        } catch (SocketTimeoutException silent) {
            return new Answer(HANGS, Map.of(), new byte[0], since(began));
        } catch (IOException cut) {
            return new Answer(NO_ANSWER, Map.of(), new byte[0], since(began));
        }
    }

    private static Answer read(InputStream in, boolean head, long began) throws IOException {
        var first = line(in);
        if (!first.startsWith("HTTP/1.1 ")) return new Answer(NO_ANSWER, Map.of(), new byte[0], since(began));
        if (first.length() < 12) throw new EOFException();
        int status = Integer.parseInt(first.substring(9, 12));
        var headers = new TreeMap<String, String>();
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            if (colon < 0) throw new EOFException();
            headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
        }
        if (headers.getOrDefault("content-type", "").startsWith("text/event-stream"))
            return new Answer(status, headers, new byte[0], since(began));
        try {
            var body = "chunked".equals(headers.get("transfer-encoding")) ? chunks(in) : in.readNBytes(MOST);
            long promised = head ? 0 : Long.parseLong(headers.getOrDefault("content-length", "0"));
            if (body.length < Math.min(MOST, promised)) throw new EOFException();
            return new Answer(status, headers, body, since(began));
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (IOException cutWithin) {
            return new Answer(status < 300 ? NO_ANSWER : status, headers, new byte[0], since(began));
        }
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var length = line(in);; length = line(in)) {
            if (length.isEmpty()) throw new EOFException(); // it was cut between two of them
            int size = Integer.parseInt(length, 16);
            if (size == 0) break;
            var chunk = in.readNBytes(size);
            if (chunk.length < size) throw new EOFException();
            all.writeBytes(chunk);
            line(in);
        }
        return all.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int letter = in.read(); letter >= 0 && letter != '\n'; letter = in.read())
            if (letter != '\r') line.append((char) letter);
        return line.toString();
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }
}
