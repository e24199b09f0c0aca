package org.coursewright.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/// Moves of folders that are all done or none: what was moved goes back when it is closed before it is kept.
final class Moves implements AutoCloseable {

    private record Move(Path from, Path to) {}

    private final Deque<Move> done = new ArrayDeque<>();

    void move(Path from, Path to) throws IOException {
        Files.move(from, to);
        done.push(new Move(from, to));
    }

    void keep() {
        done.clear();
    }

    @Override
    public void close() throws IOException {
        for (; !done.isEmpty(); done.pop())
            Files.move(done.peek().to(), done.peek().from());
    }
}
