package org.coursewright.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The stored parts of an object in the making: `{offset}-{writer}`, each by the writer that made it. A node that was
/// thought dead and still writes thus never overwrites what its successor has stored; it can only store the same bytes
/// once more.
final class S3Segments {

    private final List<Segment> all;

    private record Segment(long offset, S3Piece stored) {

        long end() {
            return offset + stored.length();
        }
    }

    private S3Segments(List<Segment> all) {
        this.all = all;
    }

    static S3Segments of(String folder, Collection<S3Piece> objects) {
        return new S3Segments(objects.stream()
                .map(object -> new Segment(offset(folder, object.key()), object))
                .sorted(Comparator.comparingLong(Segment::offset))
                .toList());
    }

    static String key(String folder, long offset, String writer) {
        return folder + String.format("%019d-%s", offset, writer);
    }

    /// Pieces that hold all bytes from the first one on, as few as possible; a gap ends them. The last one may reach
    /// beyond the wanted length.
    List<S3Piece> cover(long length) {
        var cover = new ArrayList<S3Piece>();
        long at = 0;
        S3Piece farthest = null;
        long end = 0;
        for (int next = 0; at < length;) {
            for (; next < all.size() && all.get(next).offset <= at; next++)
                if (all.get(next).end() > end) {
                    end = all.get(next).end();
                    farthest = all.get(next).stored;
                }
            if (farthest == null || end == at) break;
            cover.add(new S3Piece(farthest.key(), farthest.size() - (end - at), end - at, farthest.size()));
            at = end;
        }
        return cover;
    }

    /// Keys of what reaches beyond a length.
    List<String> beyond(long length) {
        return all.stream().filter(one -> one.end() > length).map(one -> one.stored.key()).toList();
    }

    private static long offset(String folder, String key) {
        return Long.parseLong(key, folder.length(), key.indexOf('-', folder.length()), 10);
    }
}
