package org.coursewright.content;

import java.util.List;
import java.util.regex.Pattern;

/// YAML in colour: keys, texts in quotes, numbers and words that mean something, comments.
final class YamlText {

    private static final List<String> KINDS = List.of("comment", "string", "attribute", "number");
    private static final Pattern TOKEN = Pattern.compile("""
            (?mx)
            (?<comment> (?<![^\\s]) \\# .* $ )
            | (?<string> (?<![^\\s\\[{,]) (?: "(?:\\\\.|[^"\\\\\\n])*+" | '[^'\\n]*+' ) )
            | (?<attribute> (?<![^\\s{,]) [\\w./-]++ (?=:(?:\\s|$)) )
            | (?<number> (?<=[:,-]\\x20|[\\[{,]) (?: true | false | null | -?\\d[\\d.]*+ ) (?=\\x20*(?:[,\\]}]|\\#|$)) )
            """);

    private YamlText() {}

    static boolean knows(String language) {
        return language.equals("yaml") || language.equals("yml");
    }

    static String html(String code) {
        var html = new StringBuilder();
        var token = TOKEN.matcher(code);
        int at = 0;
        while (token.find()) {
            html.append(Escape.html(code.substring(at, token.start())));
            for (var kind : KINDS)
                if (token.group(kind) != null)
                    html.append("<span class=\"tok-").append(kind).append("\">").append(Escape.html(token.group()))
                            .append("</span>");
            at = token.end();
        }
        return html.append(Escape.html(code.substring(at))).toString();
    }
}
