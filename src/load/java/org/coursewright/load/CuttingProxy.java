package org.coursewright.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The network between people and the balancer: it can be cut, and it can be slow.
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int delayMillis;

    CuttingProxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /// Ends all connections in the middle of whatever they do.
    ///
    /// @return how many there were
    int cut() {
        int cut = open.size() / 2;
        open.forEach(CuttingProxy::end);
        return cut;
    }

    /// @param millis added to each piece of up to 16 KB, in both directions
    void slow(int millis) {
        delayMillis = millis;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var one = server.accept();
                Thread.ofVirtual().start(() -> join(one));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket person) {
        try (person; var balancer = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(person);
            open.add(balancer);
            var there = Thread.ofVirtual().start(() -> pump(person, balancer));
            pump(balancer, person);
            there.join();
        } catch (IOException refused) {
            // as a network does
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[16 << 10];
        try {
            for (int read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream().read(buffer)) {
                if (delayMillis > 0) Thread.sleep(delayMillis);
                to.getOutputStream().write(buffer, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException cut) {
            end(from);
            end(to);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            if (to.isOutputShutdown()) open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // it is
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
