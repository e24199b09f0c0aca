package org.coursewright.outbound;

import java.net.InetAddress;

/// A range of IP addresses, such as `10.0.0.0/8` or `fe80::/10`.
///
/// @param bits of the beginning that all of them share
record Network(InetAddress first, int bits) {

    Network {
        if (bits < 0 || bits > first.getAddress().length * 8) throw new IllegalArgumentException("bits: " + bits);
    }

    /// @throws IllegalArgumentException where it is none; an address alone is a network of one
    static Network parse(String text) {
        int slash = text.indexOf('/');
        var first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        return new Network(first,
                slash < 0 ? first.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1)));
    }

    boolean holds(InetAddress address) {
        var one = first.getAddress();
        var other = address.getAddress();
        if (one.length != other.length) return false;
        for (int bit = 0; bit < bits; bit++)
            if (((one[bit / 8] ^ other[bit / 8]) & 0x80 >> bit % 8) != 0) return false;
        return true;
    }
}
