package org.coursewright.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalStorageTest {

    @TempDir
    Path folder;

    /// Codes of uploads are letters of Base64 for URLs: two of them are no letters and no digits.
    @ParameterizedTest
    @ValueSource(strings = {"-b6wmt6gr6brCF2JegtRjEQRCIKYyj73", "_b6", "0b6", "b-_6"})
    void whateverAnUploadIsCalledItCanBeReceived(String code) throws IOException {
        var storage = new LocalStorage(folder);
        assertThatCode(() -> storage.partial(code)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".hidden", "a/b", "../a", "a/../../b", "a\\b", "a b", "a\u0000"})
    void aNameThatCouldLeadElsewhereIsNone(String name) throws IOException {
        var storage = new LocalStorage(folder);
        assertThatThrownBy(() -> storage.partial(name)).isInstanceOf(IllegalArgumentException.class);
        if (!name.equals("a/b"))
            assertThatThrownBy(() -> storage.find(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
