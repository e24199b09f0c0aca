package org.coursewright.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that grows.
final class LocalPartial implements PartialObject {

    private final Path file;
    private final LocalStorage storage;
    private final FileChannel channel;

    LocalPartial(Path file, LocalStorage storage) throws IOException {
        this.file = file;
        this.storage = storage;
        try {
            this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException fault) {
            throw StorageFull.from(fault);
        }
    }

    @Override
    public void truncate(long length) throws IOException {
        if (channel.size() < length)
            throw new IOException(file + " has " + channel.size() + " bytes where " + length + " were stored");
        channel.truncate(length).position(length);
    }

    @Override
    public void append(byte[] bytes, int length) throws IOException {
        try {
            for (var buffer = ByteBuffer.wrap(bytes, 0, length); buffer.hasRemaining();)
                channel.write(buffer);
        } catch (IOException fault) {
            throw StorageFull.from(fault);
        }
    }

    @Override
    public void sync() throws IOException {
        try {
            channel.force(false);
        } catch (IOException fault) {
            throw StorageFull.from(fault);
        }
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void become(String key) throws IOException {
        storage.put(key, file);
    }

    @Override
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
