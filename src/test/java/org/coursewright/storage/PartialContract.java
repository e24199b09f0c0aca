package org.coursewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What every storage must do with objects in the making. A process that dies is one that is never closed.
abstract class PartialContract extends StorageContract {

    private static final String NAME = "-upload_1";

    private final byte[] film = bytes(3, (21 << 20) + 5);

    @Test
    void whatWasSyncedIsThereForAnotherProcess() throws IOException {
        append(storage().partial(NAME), 0, 3_000_000).sync();
        try (var next = process().partial(NAME)) {
            assertThat(content(next)).isEqualTo(Arrays.copyOf(film, 3_000_000));
        }
    }

    @Test
    void anUploadGoesFromProcessToProcess() throws IOException {
        int[] stops = {0, 1_000_000, 1_000_001, 9_500_000, 20_000_000, film.length};
        for (int i = 1; i < stops.length; i++) {
            var partial = process().partial(NAME);
            partial.truncate(stops[i - 1]);
            append(partial, stops[i - 1], stops[i]).sync();
        }
        assertThat(storage().find("7/film")).isEmpty();
        try (var last = process().partial(NAME)) {
            assertThat(Arrays.equals(content(last), film)).isTrue();
            last.become("7/film");
        }
        assertThat(Arrays.equals(bytes(storage().find("7/film").orElseThrow()), film)).isTrue();
        try (var again = process().partial(NAME)) {
            assertThat(content(again)).isEmpty();
        }
    }

    @Test
    void whatWasNotSyncedDoesNoHarm() throws IOException {
        var dying = storage().partial(NAME);
        append(dying, 0, 1_000_000).sync();
        append(dying, 1_000_000, 20_000_000);
        try (var next = process().partial(NAME)) {
            next.truncate(1_000_000);
            assertThat(content(next)).isEqualTo(Arrays.copyOf(film, 1_000_000));
            append(next, 1_000_000, film.length).become("7/film");
        }
        assertThat(Arrays.equals(bytes(storage().find("7/film").orElseThrow()), film)).isTrue();
    }

    /// Also in the middle of what was stored as one, and again behind it.
    @Test
    void whatLiesBehindALengthIsDropped() throws IOException {
        var other = bytes(9, film.length);
        try (var partial = storage().partial(NAME)) {
            append(partial, 0, film.length).sync();
        }
        for (int length : new int[]{18_000_000, 12_345_678, 4_000_000, 5, 0}) {
            try (var partial = process().partial(NAME)) {
                partial.truncate(length);
                assertThat(Arrays.equals(content(partial), Arrays.copyOf(film, length))).as("here " + length).isTrue();
                partial.append(other, 3);
                partial.sync();
                partial.truncate(length);
            }
            try (var next = process().partial(NAME)) {
                assertThat(Arrays.equals(content(next), Arrays.copyOf(film, length))).as("there " + length).isTrue();
            }
        }
    }

    @Test
    void otherBytesTakeThePlaceOfWhatWasDropped() throws IOException {
        var whole = Arrays.copyOf(film, 15_000_000);
        var other = bytes(9, 9_000_000);
        System.arraycopy(other, 0, whole, 6_000_000, other.length);
        append(storage().partial(NAME), 0, film.length).sync();
        try (var next = process().partial(NAME)) {
            next.truncate(6_000_000);
            next.append(other, other.length);
            next.sync();
        }
        try (var last = process().partial(NAME)) {
            assertThat(Arrays.equals(content(last), whole)).isTrue();
            last.become("7/film");
        }
        assertThat(Arrays.equals(bytes(storage().find("7/film").orElseThrow()), whole)).isTrue();
    }

    @Test
    void lessThanWasPromisedIsAnError() throws IOException {
        append(storage().partial(NAME), 0, 1000).sync();
        assertThatThrownBy(() -> process().partial(NAME).truncate(1001)).isInstanceOf(IOException.class);
    }

    @Test
    void nothingBecomesAnEmptyObject() throws IOException {
        try (var partial = storage().partial(NAME)) {
            partial.truncate(0);
            partial.become("7/empty");
        }
        assertThat(storage().find("7/empty").orElseThrow().size()).isZero();
    }

    @Test
    void anUploadThatIsGivenUpIsGone() throws IOException {
        try (var partial = storage().partial(NAME)) {
            append(partial, 0, 10_000_000).sync();
            partial.delete();
        }
        try (var next = process().partial(NAME)) {
            assertThat(content(next)).isEmpty();
        }
        assertThat(storage().list("partial")).isEmpty();
    }

    final PartialObject append(PartialObject partial, int from, int to) throws IOException {
        for (int at = from; at < to; at += 1 << 16)
            partial.append(Arrays.copyOfRange(film, at, Math.min(to, at + (1 << 16))), Math.min(1 << 16, to - at));
        return partial;
    }

    final byte[] film() {
        return film;
    }

    static byte[] content(PartialObject partial) throws IOException {
        try (var in = partial.open()) {
            return in.readAllBytes();
        }
    }
}
