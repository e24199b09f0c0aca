package org.coursewright.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Texts that try to break out of where they are put, made from a random number generator: the same seed makes the same.
final class Hostile {

    /// Each alone is a known way out of HTML, Markdown, YAML, WebVTT, SQL, a header, a path or a terminal.
    private static final List<String> FRAGMENTS = List.of(
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "</style><script>",
            "<a href=\"java\tscript:alert(1)\">x</a>", "[x](javascript:alert(1))", "[x](&#106;avascript:alert(1))",
            "![x](data:text/html;base64,PHNjcmlwdD4=)", "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "<details open ontoggle=alert(1)>", "<form><button formaction=javascript:alert(1)>", "<base href=//evil/>",
            "<meta http-equiv=refresh content=\"0;url=//evil\">", "<!--", "-->", "]]>", "<![CDATA[", "<?xml ?>",
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>", "&b;", "&#0;", "&#x110000;", "&lt;script&gt;",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<template><script>alert(1)</script>",
            "[a]: javascript:alert(1)\n[a]", "<javascript:alert(1)>", "[x](<javascript:alert(1)>)", "\\[x](y)",
            "{{{x}}}", "{{#x}}{{/x}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{{constructor.constructor('alert(1)')()}}",
            "\u202e", "\u2066", "\u200b", "\ufeff", "\u0000", "\u0007", "\u001b[2J", "\r", "\u2028", "\ud800", "\udfff",
            "\u0301".repeat(200), "\u00e9", "e\u0301", "\uD83D\uDE80", "\u0131", "\u212a", "ﷺ",
            "' or 1=1 --", "'; drop table school; --", "%' escape '", "$1", ":school", "::jsonb", "\\x00",
            "../../../etc/passwd", "..%2f..%2f", "..\\..\\", "/etc/passwd", "C:\\x", "file:///etc/passwd", "con", ".git",
            "\r\nSet-Cookie: session=x", "%0d%0aX: y", "x\nLocation: //evil", "%00", "%", "%zz", "%ff%fe", "+", ";a=b",
            "&a [*a]", "&a [1,2]\nb: [*a,*a,*a,*a,*a,*a]", "!!java.net.URL [http://evil]", "!!binary x", "<<: *a",
            "- - - - - - -", "? [a]\n: b", "key: |+\n", "---\n---\n", "...\n", "%YAML 9.9\n", "\t", "\"", "'", "`", "```",
            "~~~~", "|||||", "[[[[[", "]]]]]", "((((", "****", "____", "> > > >", "1. 1. 1. 1.", "- [x] ", "### ",
            "[^1]", "[^1]: [^1]", "```yaml question\n", "<!-- id: x -->", "a :: b", "Answer: A", "<details>", "</details>",
            "00:00:00.000 --> 00:00:01.000\n", "99:99:99.999 --> 00:00:00.000", "STYLE\n::cue{}", "NOTE\n", "<v Ada>",
            "<c.x></c>", "<00:00:01.000>", "WEBVTT", "-1", "0", "9223372036854775808", "1e999", "NaN", "Infinity",
            "2147483648", "-2147483649", "0x7f", "1970-01-01", "9999-12-31T23:59:60Z", "-0001-00-00", "null", "true",
            "undefined", "[]", "{}", "@x", "http://[::1]:9", "https://user:pw@evil", "//evil", "mailto:a@b?cc=c@d");

    private Hostile() {}

    static String fragment(Random random) {
        return FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
    }

    /// A text of pieces that mean something to a parser, some of them nested deeply or repeated often.
    static String text(Random random) {
        var text = new StringBuilder();
        int pieces = 1 + random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            switch (random.nextInt(9)) {
                case 0 -> text.append(fragment(random).repeat(1 + random.nextInt(3)));
                case 1 -> text.append("\n\n").append(fragment(random)).append("\n\n");
                case 2 -> text.append(fragment(random).repeat(random.nextInt(2_000)));
                case 3 -> text.append("> ".repeat(random.nextInt(60))).append(fragment(random));
                case 4 -> text.append("  ".repeat(random.nextInt(40))).append("- ").append(fragment(random)).append('\n');
                case 5 -> text.append("| ").append(fragment(random)).append(" | b |\n|---|---|\n| c | ")
                        .append(fragment(random)).append(" |\n");
                case 6 -> text.append("```").append(fragment(random)).append('\n').append(fragment(random)).append("\n```\n");
                case 7 -> text.append('[').append(fragment(random)).append("](").append(fragment(random)).append(')');
                default -> text.append("Some honest words about records, and why they are small.\n");
            }
        }
        return text.toString();
    }

    /// A good text with a few places broken.
    static String mutated(String good, Random random) {
        var lines = new ArrayList<>(List.of(good.split("\n", -1)));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(lines.size());
            var line = lines.get(at);
            int column = random.nextInt(line.length() + 1);
            var head = line.substring(0, column);
            switch (random.nextInt(8)) {
                case 0 -> lines.set(at, head);
                case 1 -> lines.add(at, line);
                case 2 -> lines.set(at, " ".repeat(1 + random.nextInt(5)) + line);
                case 3 -> lines.set(at, head + fragment(random).repeat(1 + random.nextInt(40)) + line.substring(column));
                case 4 -> lines.set(at, line.replaceFirst(":.*", ": " + java.util.regex.Matcher.quoteReplacement(fragment(random))));
                case 5 -> lines.set(at, lines.get(random.nextInt(lines.size())));
                case 6 -> {
                    if (lines.size() > 1) lines.remove(at);
                }
                default -> lines.set(at, head + fragment(random) + line.substring(column));
            }
        }
        return String.join("\n", lines);
    }

    /// Good bytes with some of them changed, dropped or doubled.
    static byte[] mutated(byte[] good, Random random) {
        var bytes = good.clone();
        int changes = 1 + random.nextInt(20);
        for (int i = 0; i < changes && bytes.length > 0; i++)
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return switch (random.nextInt(4)) {
            case 0 -> java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> java.util.Arrays.copyOf(bytes, bytes.length + random.nextInt(400));
            default -> bytes;
        };
    }

    static byte[] noise(Random random, int most) {
        var bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    /// As UTF-8; a half of a surrogate pair becomes a byte that is no UTF-8.
    static byte[] bytes(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        if (text.indexOf('\ud800') < 0) return encoded;
        for (int i = 0; i < encoded.length; i++) if (encoded[i] == '?') encoded[i] = (byte) 0xff;
        return encoded;
    }

    /// As a part of an address: percent signs for what would end the line, the rest as it is or encoded.
    static String inAddress(String text, Random random) {
        var address = new StringBuilder();
        boolean all = random.nextBoolean();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one > ' ' && one < 0x7f && one != '%' && one != '#' && one != '?';
            if (plain && (!all || Character.isLetterOrDigit(one))) address.append((char) one);
            else if (one == '%' && !all) address.append('%');
            else
                address.append("%%%02x".formatted(one & 0xff));
            if (address.length() > 6_000) break;
        }
        return address.toString();
    }
}
