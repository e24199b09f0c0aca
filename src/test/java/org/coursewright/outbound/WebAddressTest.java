package org.coursewright.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
            "' https://example.org/a.mp4 ', https://example.org/a.mp4",
            "HTTPS://example.org, https://example.org/",
            "https://example.org/my film.mp4#t=3, https://example.org/my%20film.mp4",
            "https://example.org?id=1|2, https://example.org/?id=1%7C2",
            "https://bücher.example/größe.mp4, https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe.mp4",
            "http://[2001:db8::1]:8080/a, http://[2001:db8::1]:8080/a"})
    void whatPeoplePasteIsRead(String typed, String address) {
        assertThat(WebAddress.parse(typed)).map(WebAddress::toString).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "film.mp4", "ftp://example.org/a", "file:///etc/passwd",
            "https://ada:secret@example.org/a",
            "https://ada@example.org/a", "https://", "https:///a", "https://exa mple.org/",
            "https://example.org:99999/",
            "https://example.org\\@127.0.0.1/", "jar:https://example.org/a!/", "https://example.org/%zz",
            "https://example.org/a\r\nHost: evil", "gopher://example.org/", "http://127.1/", "http://2130706433/",
            "http://0x7f.0.0.1/"})
    void othersAreNone(String typed) {
        assertThat(WebAddress.parse(typed)).isEmpty();
    }
}
