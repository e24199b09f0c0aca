package org.coursewright.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/// A bad network: passes everything on, but cuts some connections once they carried a number of bytes.
final class Cutter implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final int bytes;
    final AtomicInteger cutsLeft;

    Cutter(int server, int cuts, int bytes) throws IOException {
        this.server = server;
        this.bytes = bytes;
        this.cutsLeft = new AtomicInteger(cuts);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                var there = new Socket(InetAddress.getLoopbackAddress(), server);
                Thread.ofVirtual().start(() -> pass(caller, there, true));
                Thread.ofVirtual().start(() -> pass(there, caller, false));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, boolean mayCut) {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            var buffer = new byte[8192];
            int passed = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                passed += read;
                if (mayCut && passed > bytes && cutsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) return;
            }
        } catch (IOException gone) {
            // that is what this is for
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
