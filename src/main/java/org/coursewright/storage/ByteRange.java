package org.coursewright.storage;

import java.util.Optional;
import java.util.regex.Pattern;

/// The part of an object that a `Range` header asks for (RFC 9110, 14.2). `last` is inclusive.
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    long length() {
        return last - first + 1;
    }

    /// What to answer to a `Range` header.
    sealed interface Wish {

        /// No range that we understand: send all. Several ranges at once count as such; no player asks for them.
        record All() implements Wish {}

        record Part(ByteRange range) implements Wish {}

        /// Nothing of the object lies in the range.
        record Outside() implements Wish {}
    }

    static Wish of(Optional<String> header, long size) {
        var match = header.map(ONE::matcher).filter(found -> found.matches());
        if (match.isEmpty()) return new Wish.All();
        var from = match.get().group(1);
        var to = match.get().group(2);
        if (from.isEmpty() && to.isEmpty()) return new Wish.All();
        if (from.isEmpty()) {
            var suffix = Long.parseLong(to);
            return suffix == 0 || size == 0
                    ? new Wish.Outside()
                    : new Wish.Part(new ByteRange(Math.max(0, size - suffix), size - 1));
        }
        var first = Long.parseLong(from);
        var last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
        if (!to.isEmpty() && Long.parseLong(to) < first) return new Wish.All();
        return first >= size ? new Wish.Outside() : new Wish.Part(new ByteRange(first, last));
    }
}
