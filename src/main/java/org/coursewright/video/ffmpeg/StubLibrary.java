package org.coursewright.video.ffmpeg;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// An empty shared library with a given name. The bundled ffmpeg is linked against sound and screen capture libraries
/// that a server seldom has and that we never call; an empty one of the same name satisfies the loader.
final class StubLibrary {

    /// The only names we dare to leave empty.
    static final List<String> HARMLESS = List.of(
            "libpulse.so.0", "libasound.so.2", "libxcb.so.1", "libxcb-shm.so.0", "libudev.so.1");

    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int DYNAMIC = HEADER + 3 * PROGRAM_HEADER;
    private static final int DYNAMIC_SIZE = 7 * 16;
    private static final int SYMBOLS = DYNAMIC + DYNAMIC_SIZE;
    private static final int SYMBOL_SIZE = 24;
    private static final int HASH = SYMBOLS + SYMBOL_SIZE;
    private static final int NAMES = HASH + 16;

    private StubLibrary() {}

    /// In one rename: somebody else may be starting ffmpeg from the same folder.
    static void write(Path folder, String name) throws IOException {
        var written = Files.createTempFile(folder, name, "");
        Files.write(written, elf(name));
        Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] elf(String name) {
        var names = ("\0" + name + "\0").getBytes(US_ASCII);
        var size = NAMES + names.length;
        var file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[]{0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
        file.putShort((short) 3).putShort((short) 62).putInt(1); // shared object, x86-64
        file.putLong(0).putLong(HEADER).putLong(0).putInt(0);
        file.putShort((short) HEADER).putShort((short) PROGRAM_HEADER).putShort((short) 3);
        file.putShort((short) 64).putShort((short) 0).putShort((short) 0);
        programHeader(file, 1, 0, size, 0x1000); // load the whole file, writable: the loader relocates the table below
        programHeader(file, 2, DYNAMIC, DYNAMIC_SIZE, 8);
        programHeader(file, 0x6474e551, 0, 0, 16); // the stack stays without execute permission
        entry(file, 14, 1); // SONAME
        entry(file, 5, NAMES);
        entry(file, 10, names.length);
        entry(file, 6, SYMBOLS);
        entry(file, 11, SYMBOL_SIZE);
        entry(file, 4, HASH);
        entry(file, 0, 0);
        file.put(new byte[SYMBOL_SIZE]);
        file.putInt(1).putInt(1).putInt(0).putInt(0); // a hash table with one empty bucket
        return file.put(names).array();
    }

    private static void programHeader(ByteBuffer file, int type, long at, long size, long align) {
        file.putInt(type).putInt(6).putLong(at).putLong(at).putLong(at).putLong(size).putLong(size).putLong(align);
    }

    private static void entry(ByteBuffer file, long tag, long value) {
        file.putLong(tag).putLong(value);
    }
}
