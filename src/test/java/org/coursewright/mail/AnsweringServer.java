package org.coursewright.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A mail server that gives a fixed answer to every recipient, and can turn to TLS.
final class AnsweringServer implements AutoCloseable {

    private final ServerSocket socket;
    private final @Nullable SSLContext tls;
    private final String answer;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /// @param tls what `STARTTLS` turns to, null = not offered
    /// @param answer to `RCPT TO`
    AnsweringServer(@Nullable SSLContext tls, String answer) throws IOException {
        this.socket = new ServerSocket(0, 10, InetAddress.getByName("localhost"));
        this.tls = tls;
        this.answer = answer;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /// The commands, each with `tls ` before it where it came encrypted.
    List<String> heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                say(connection, "220 here");
                talk(connection, "");
            } catch (IOException _) {
                // the client or the test has gone
            }
        }
    }

    private void talk(Socket connection, String prefix) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(prefix + line);
            var command = line.split(" ", 2)[0];
            if (command.equals("STARTTLS")) {
                say(connection, "220 go ahead");
                talk(encrypted(connection), "tls ");
                return;
            }
            if (command.equals("DATA")) {
                say(connection, "354 go ahead");
                while (!".".equals(in.readLine())) {
                }
            }
            say(connection, switch (command) {
                case "EHLO" -> tls == null || !prefix.isEmpty() ? "250 here" : "250-here\r\n250 STARTTLS";
                case "RCPT" -> answer;
                case "QUIT" -> "221 bye";
                default -> "250 fine";
            });
        }
    }

    private SSLSocket encrypted(Socket connection) throws IOException {
        if (tls == null) throw new IOException("not offered");
        var encrypted = (SSLSocket) tls.getSocketFactory().createSocket(connection, null, connection.getPort(), true);
        encrypted.setUseClientMode(false);
        return encrypted;
    }

    private static void say(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
    }
}
