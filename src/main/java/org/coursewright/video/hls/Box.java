package org.coursewright.video.hls;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One box of an MP4 file (ISO/IEC 14496-12): a name and its content, which for most boxes is more boxes.
record Box(String name, ByteBuffer content) {

    private static final int HEADER = 8;

    /// Where a box of the file stands, its content not yet read.
    record Place(String name, long start, long length) {

        long end() {
            return start + length;
        }
    }

    /// The outermost boxes of a file, in order.
    static List<Place> places(FileChannel file) throws IOException {
        var places = new ArrayList<Place>();
        for (var at = 0L; at + HEADER <= file.size();) {
            var header = read(file, at, HEADER);
            var length = Integer.toUnsignedLong(header.getInt());
            var name = name(header);
            if (length == 1) length = read(file, at + HEADER, 8).getLong();
            if (length == 0) length = file.size() - at;
            if (length < HEADER || at + length > file.size())
                throw new EOFException("box " + name + " at " + at + " does not fit the file");
            places.add(new Place(name, at, length));
            at += length;
        }
        return places;
    }

    static Box read(FileChannel file, Place place) throws IOException {
        return new Box(place.name(), read(file, place.start() + HEADER, Math.toIntExact(place.length() - HEADER)));
    }

    /// The first box at the end of a path of names below this one.
    Optional<Box> find(String... path) {
        var found = Optional.of(this);
        for (var name : path)
            found = found.flatMap(box -> box.children().stream().filter(child -> child.name.equals(name)).findFirst());
        return found;
    }

    Box get(String... path) {
        return find(path)
                .orElseThrow(() -> new IllegalArgumentException("no box " + String.join("/", path) + " in " + name));
    }

    List<Box> children() {
        return children(0);
    }

    /// The boxes inside, after so many bytes of other fields.
    List<Box> children(int fields) {
        var boxes = new ArrayList<Box>();
        for (var at = fields; at + HEADER <= content.limit();) {
            var length = content.getInt(at);
            if (length < HEADER || at + length > content.limit()) break;
            boxes.add(new Box(name(content.slice(at + 4, 4)), content.slice(at + HEADER, length - HEADER)));
            at += length;
        }
        return boxes;
    }

    private static String name(ByteBuffer from) {
        var letters = new byte[4];
        from.get(letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining())
            if (file.read(bytes, at + bytes.position()) < 0) throw new EOFException("the file ends inside a box");
        return bytes.flip();
    }
}
