package org.coursewright.content;

import java.util.HashMap;
import java.util.Map;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;

/// Colours code on the server: `<span class="tok-…">` around what has a meaning, about ten classes.
final class CodeHighlighter {

    private static final int LONGEST = 200_000;
    private static final Map<String, String> LANGUAGES = new HashMap<>();

    static {
        System.setProperty("java.awt.headless", "true");
        add("text/java", "java", "jshell");
        add("text/python", "python", "py");
        add("text/unix", "bash", "sh", "shell", "zsh");
        add("text/sql", "sql", "postgresql", "plpgsql");
        add("text/javascript", "javascript", "js", "mjs", "jsx");
        add("text/typescript", "typescript", "ts", "tsx");
        add("text/json", "json", "jsonc", "json5");
        add("text/html", "html", "htm", "jte", "vue", "svelte");
        add("text/xml", "xml", "svg", "pom");
        add("text/css", "css");
        add("text/less", "less", "scss", "sass");
        add("text/c", "c", "h");
        add("text/cpp", "cpp", "c++", "cc", "hpp");
        add("text/cs", "csharp", "cs", "c#");
        add("text/golang", "go", "golang");
        add("text/rust", "rust", "rs");
        add("text/kotlin", "kotlin", "kt", "kts");
        add("text/scala", "scala");
        add("text/groovy", "groovy", "gradle");
        add("text/ruby", "ruby", "rb");
        add("text/perl", "perl", "pl");
        add("text/php", "php");
        add("text/lua", "lua");
        add("text/dart", "dart");
        add("text/clojure", "clojure", "clj");
        add("text/lisp", "lisp", "scheme", "elisp");
        add("text/latex", "latex", "tex");
        add("text/makefile", "makefile", "make");
        add("text/dockerfile", "dockerfile", "docker");
        add("text/properties", "properties");
        add("text/ini", "ini", "conf", "editorconfig");
        add("text/proto", "proto", "protobuf");
        add("text/markdown", "markdown", "md");
        add("text/bat", "bat", "batch", "cmd");
        add("text/hosts", "hosts");
        add("text/csv", "csv");
    }

    private CodeHighlighter() {}

    /// Escaped HTML of the code; plain where the language is not known.
    static String html(String code, String language) {
        if (language.equals("diff") || language.equals("patch")) return diff(code);
        if (ConsoleText.knows(language)) return ConsoleText.html(code);
        if (code.length() > LONGEST) return Escape.html(code);
        if (YamlText.knows(language)) return YamlText.html(code);
        if (WordLexer.knows(language)) return WordLexer.html(code, language);
        var style = LANGUAGES.get(language);
        if (style == null) return Escape.html(code);
        var maker = TokenMakerFactory.getDefaultInstance().getTokenMaker(style);
        var html = new StringBuilder(code.length() * 2);
        int state = TokenTypes.NULL;
        for (var line : code.split("\n", -1)) {
            var characters = line.toCharArray();
            Token token = maker.getTokenList(new Segment(characters, 0, characters.length), state, 0);
            for (; token != null && token.isPaintable(); token = token.getNextToken())
                append(html, token);
            state = maker.getLastTokenTypeOnLine(new Segment(characters, 0, characters.length), state);
            html.append('\n');
        }
        html.setLength(html.length() - 1); // one line end more than lines
        return html.toString();
    }

    private static void append(StringBuilder html, Token token) {
        var kind = kind(token.getType());
        var text = Escape.html(token.getLexeme());
        if (kind.isEmpty()) html.append(text);
        else
            html.append("<span class=\"tok-").append(kind).append("\">").append(text).append("</span>");
    }

    private static String kind(int type) {
        return switch (type) {
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.COMMENT_KEYWORD,
                    TokenTypes.COMMENT_MARKUP,
                    TokenTypes.MARKUP_COMMENT ->
                "comment";
            case TokenTypes.RESERVED_WORD, TokenTypes.RESERVED_WORD_2 -> "keyword";
            case TokenTypes.FUNCTION -> "function";
            case TokenTypes.LITERAL_BOOLEAN,
                    TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL ->
                "number";
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
                    TokenTypes.REGEX ->
                "string";
            case TokenTypes.DATA_TYPE -> "type";
            case TokenTypes.VARIABLE -> "variable";
            case TokenTypes.ANNOTATION, TokenTypes.PREPROCESSOR, TokenTypes.MARKUP_PROCESSING_INSTRUCTION -> "meta";
            case TokenTypes.MARKUP_TAG_NAME -> "tag";
            case TokenTypes.MARKUP_TAG_ATTRIBUTE -> "attribute";
            default -> "";
        };
    }

    private static String diff(String code) {
        var html = new StringBuilder();
        for (var line : code.split("\n", -1)) {
            var kind = line.startsWith("+")
                    ? "added"
                    : line.startsWith("-") ? "removed" : line.startsWith("@@") ? "meta" : "";
            if (kind.isEmpty()) html.append(Escape.html(line));
            else
                html.append("<span class=\"tok-").append(kind).append("\">").append(Escape.html(line))
                        .append("</span>");
            html.append('\n');
        }
        html.setLength(html.length() - 1);
        return html.toString();
    }

    private static void add(String style, String... names) {
        for (var name : names)
            LANGUAGES.put(name, style);
    }
}
