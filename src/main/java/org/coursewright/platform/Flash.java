package org.coursewright.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// Says on the next page what this request did. A parameter of controller methods that answer with a redirect.
public final class Flash {

    private static final String COOKIE = "said";
    private static final int LONGEST = 3000;

    private final HttpServletResponse response;

    Flash(HttpServletResponse response) {
        this.response = response;
    }

    /// @param tone `ok` or `bad`, a class of the notice
    public record Said(String tone, String text) {}

    /// It went well.
    public void ok(String key, Object... arguments) {
        say("ok", key, arguments);
    }

    /// It did not; what to do now is in the text.
    public void bad(String key, Object... arguments) {
        say("bad", key, arguments);
    }

    private void say(String tone, String key, Object... arguments) {
        var words = Stream.concat(Stream.of(tone, key), Arrays.stream(arguments).map(Flash::written));
        var plain = words.map(word -> word.replace('\n', ' ')).collect(Collectors.joining("\n"));
        if (plain.length() > LONGEST) plain = tone + "\n" + key;
        keep(response, Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8)),
                60);
    }

    /// A count stays one, since messages choose their words by it.
    private static String written(Object argument) {
        return (argument instanceof Integer || argument instanceof Long ? "#" : "=") + argument;
    }

    private static Object read(String argument) {
        if (argument.startsWith("#")) return Long.valueOf(argument.substring(1));
        return argument.substring(Math.min(1, argument.length()));
    }

    /// What is to be said now; it is forgotten by this.
    static Optional<Said> hear(HttpServletRequest request, HttpServletResponse response, Messages messages) {
        var value = Cookies.find(request, COOKIE);
        if (value.isEmpty()) return Optional.empty();
        keep(response, "", 0);
        try {
            var words = new String(Base64.getUrlDecoder().decode(value.get()), StandardCharsets.UTF_8).split("\n", -1);
            if (words.length < 2 || !Messages.all().containsKey(words[1])) return Optional.empty();
            var arguments = Arrays.stream(words).skip(2).map(Flash::read).toArray();
            return Optional.of(new Said(words[0].equals("bad") ? "bad" : "ok", messages.get(words[1], arguments)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static void keep(HttpServletResponse response, String value, int seconds) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value).path("/").maxAge(seconds).httpOnly(true).sameSite("Lax").build()
                        .toString());
    }
}
