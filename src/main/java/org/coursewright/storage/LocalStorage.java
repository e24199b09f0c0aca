package org.coursewright.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.io.input.BoundedInputStream;

/// Objects as files in a folder: `put` is a rename, made durable before it is told.
final class LocalStorage implements Storage {

    private final Path objects;
    private final Path scratch;
    private final Path partials;

    LocalStorage(Path folder) throws IOException {
        this.objects = Files.createDirectories(folder.resolve("objects"));
        this.scratch = Files.createDirectories(folder.resolve("scratch"));
        this.partials = Files.createDirectories(folder.resolve("partial"));
    }

    @Override
    public void put(String key, Path file) throws IOException {
        var target = path(key);
        var folder = Objects.requireNonNull(target.getParent());
        try {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.createDirectories(folder);
            move(file, target);
            sync(folder);
        } catch (IOException fault) {
            throw StorageFull.from(fault);
        }
    }

    @Override
    public Optional<StoredObject> find(String key) throws IOException {
        var file = path(key);
        try {
            return Files.isRegularFile(file) ? Optional.of(new LocalObject(file, Files.size(file))) : Optional.empty();
        } catch (NoSuchFileException deleted) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        var folder = objects.resolve(StorageKey.folder(prefix));
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> objects.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Path scratch() throws IOException {
        return Files.createTempFile(scratch, "part-", "");
    }

    @Override
    public PartialObject partial(String name) throws IOException {
        return new LocalPartial(partials.resolve(StorageKey.name(name)), this);
    }

    @Override
    public long room() throws IOException {
        return Files.getFileStore(objects).getUsableSpace();
    }

    @Override
    public Optional<String> fault() {
        try {
            var probe = Files.createTempFile(scratch, "probe-", "");
            Files.writeString(probe, "ok");
            Files.delete(probe);
            return Optional.empty();
        } catch (IOException fault) {
            return Optional.of(String.valueOf(fault.getMessage()));
        }
    }

    private Path path(String key) {
        return objects.resolve(StorageKey.checked(key));
    }

    private static void move(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException otherDisk) {
            var near = target.resolveSibling(target.getFileName() + ".part");
            Files.copy(file, near, StandardCopyOption.REPLACE_EXISTING);
            try (var channel = FileChannel.open(near, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(near, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(file);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private record LocalObject(Path path, long size) implements StoredObject {

        @Override
        public InputStream open(long from, long length) throws IOException {
            var channel = FileChannel.open(path, StandardOpenOption.READ).position(from);
            return BoundedInputStream.builder()
                    .setInputStream(Channels.newInputStream(channel))
                    .setMaxCount(length)
                    .get();
        }

        @Override
        public Optional<Path> file() {
            return Optional.of(path);
        }
    }
}
