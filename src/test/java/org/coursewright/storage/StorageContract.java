package org.coursewright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every storage must do.
abstract class StorageContract {

    @TempDir
    Path folder;

    private Storage storage;

    /// A process that works with the storage of this test: each call is another one.
    abstract Storage process() throws IOException;

    @BeforeEach
    void open() throws IOException {
        storage = process();
    }

    @Test
    void whatIsPutIsFoundByEveryProcess() throws IOException {
        put("7/blob/ab/abc", "Hello".getBytes());
        var object = process().find("7/blob/ab/abc").orElseThrow();
        assertThat(object.size()).isEqualTo(5);
        assertThat(bytes(object)).isEqualTo("Hello".getBytes());
    }

    @Test
    void anObjectIsReplacedAndDeleted() throws IOException {
        put("7/a", bytes(1, 100));
        put("7/a", bytes(2, 10));
        assertThat(bytes(storage.find("7/a").orElseThrow())).isEqualTo(bytes(2, 10));
        storage.delete("7/a");
        assertThat(storage.find("7/a")).isEmpty();
        storage.delete("7/a");
        storage.delete("7/never/there");
    }

    @Test
    void aFileThatWasPutIsTakenOver() throws IOException {
        var file = Files.write(folder.resolve("file"), bytes(1, 10));
        storage.put("7/a", file);
        assertThat(file).doesNotExist();
    }

    @Test
    void anEmptyObjectIsOneToo() throws IOException {
        put("7/empty", new byte[0]);
        var object = storage.find("7/empty").orElseThrow();
        assertThat(object.size()).isZero();
        assertThat(bytes(object)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() throws IOException {
        put("7/a/b", bytes(1, 10));
        assertThat(storage.find("7/a")).isEmpty();
        assertThat(storage.find("7/a/b/c")).isEmpty();
        assertThat(storage.list("8")).isEmpty();
    }

    @Test
    void aRangeBeginsAndEndsWhereItShould() throws IOException {
        var all = bytes(1, 1000);
        put("7/a", all);
        var object = storage.find("7/a").orElseThrow();
        assertThat(range(object, 0, 1)).isEqualTo(Arrays.copyOf(all, 1));
        assertThat(range(object, 500, 100)).isEqualTo(Arrays.copyOfRange(all, 500, 600));
        assertThat(range(object, 999, 1)).isEqualTo(Arrays.copyOfRange(all, 999, 1000));
        assertThat(range(object, 990, 5000)).isEqualTo(Arrays.copyOfRange(all, 990, 1000));
        assertThat(range(object, 10, 0)).isEmpty();
        assertThat(range(object, 1000, 10)).isEmpty();
        assertThat(range(object, 5000, 10)).isEmpty();
    }

    @Test
    void aLargeObjectIsTheSameBytesAndMayBeLeftUnread() throws IOException {
        var film = bytes(1, (33 << 20) + 7);
        put("7/film", film);
        var object = storage.find("7/film").orElseThrow();
        assertThat(object.size()).isEqualTo(film.length);
        assertThat(Arrays.equals(bytes(object), film)).isTrue();
        for (int i = 0; i < 20; i++)
            try (var in = object.open()) {
                assertThat(in.read()).isEqualTo(film[0] & 0xff);
            }
    }

    @Test
    void keysOfAFolderComeInTheirOrder() throws IOException {
        for (var key : new String[]{"7/video/b/2", "7/video/a/1", "7/video/B", "7/videos/x", "7/vide", "17/video/a"})
            put(key, bytes(1, 1));
        assertThat(storage.list("7/video")).containsExactly("7/video/B", "7/video/a/1", "7/video/b/2");
        assertThat(storage.list("7/video/")).isEqualTo(storage.list("7/video"));
    }

    /// Servers answer with a thousand keys at most. Each object has a byte: of an empty one the S3 server of the tests does
    /// not wait for the end of the request, and a client that is slow finds its connection closed.
    @Test
    void aLongListIsWhole() throws Exception {
        try (var writers = Executors.newFixedThreadPool(8)) {
            var puts = IntStream.range(0, 1005).mapToObj(i -> writers.submit(() -> {
                put("7/many/" + i, new byte[1]);
                return i;
            })).toList();
            for (var one : puts)
                one.get();
        }
        assertThat(storage.list("7/many"))
                .isEqualTo(IntStream.range(0, 1005).mapToObj(i -> "7/many/" + i).sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".hidden", "/a", "a//b", "../a", "a/../../b", "a\\b", "a b", "a?b", "a%2Fb",
            "a\u0000", "ä"})
    void aNameThatCouldLeadElsewhereIsNone(String name) throws IOException {
        var file = Files.write(folder.resolve("file"), bytes(1, 1));
        assertThatThrownBy(() -> storage.partial(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage.find(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage.put(name, file)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage.delete(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage.list(name)).isInstanceOf(IllegalArgumentException.class);
    }

    /// Codes of uploads are letters of Base64 for URLs: two of them are no letters and no digits.
    @ParameterizedTest
    @ValueSource(strings = {"-b6wmt6gr6brCF2JegtRjEQRCIKYyj73", "_b6", "0b6", "b-_6"})
    void whateverAnUploadIsCalledItCanBeReceived(String code) throws IOException {
        assertThatThrownBy(() -> storage.partial(code + "/b")).isInstanceOf(IllegalArgumentException.class);
        try (var partial = storage.partial(code)) {
            partial.append("Hello".getBytes(), 5);
            partial.become("7/hello");
        }
        assertThat(bytes(storage.find("7/hello").orElseThrow())).isEqualTo("Hello".getBytes());
    }

    @Test
    void itSaysThatItWorksAndHasRoom() throws IOException {
        assertThat(storage.fault()).isEmpty();
        assertThat(storage.room()).isGreaterThan(1 << 20);
        var scratch = storage.scratch();
        assertThat(scratch).isEmptyFile();
        Files.delete(scratch);
    }

    final Storage storage() {
        return storage;
    }

    final void put(String key, byte[] bytes) throws IOException {
        var file = storage.scratch();
        Files.write(file, bytes);
        storage.put(key, file);
    }

    static byte[] bytes(StoredObject object) throws IOException {
        try (var in = object.open()) {
            return in.readAllBytes();
        }
    }

    static byte[] bytes(long seed, int length) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] range(StoredObject object, long from, long length) throws IOException {
        try (var in = object.open(from, length)) {
            return in.readAllBytes();
        }
    }
}
