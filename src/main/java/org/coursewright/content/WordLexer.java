package org.coursewright.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Colours languages that need no grammar: comments, strings, numbers, and a list of words.
final class WordLexer {

    private static final Map<String, Language> LANGUAGES = new HashMap<>();

    /// @param comments what begins a comment that ends with the line
    private record Language(List<String> comments, String quotes, Set<String> words) {}

    static {
        add("hcl terraform tf", "# //", "\"",
                "resource data variable output locals module provider terraform for in if "
                        + "else endif true false null dynamic moved import check");
        add("toml", "#", "\"'", "true false inf nan");
        add("swift", "//", "\"", "actor as associatedtype async await break case catch class continue default defer do "
                + "else enum extension false fileprivate for func guard if import in init inout internal is let nil "
                + "open private protocol public repeat return self Self static struct super switch throw throws true "
                + "try typealias var where while");
        add("elixir ex exs", "#", "\"", "after alias and case catch cond def defmacro defmodule defp defstruct do else "
                + "end false fn for if import in nil not or quote raise receive require rescue true try unless use "
                + "when with");
        add("haskell hs", "--", "\"", "case class data deriving do else if import in infix infixl infixr instance let "
                + "module newtype of then type where");
        add("r", "#", "\"'",
                "break else FALSE for function if in Inf library NA NaN next NULL repeat return TRUE while");
        add("powershell ps1 pwsh", "#", "\"'", "begin break catch continue do else elseif end exit filter finally for "
                + "foreach function if in param process return switch throw trap try until while");
        add("nginx", "#", "\"'", "events http server location upstream listen root index return rewrite if set "
                + "proxy_pass include server_name ssl_certificate ssl_certificate_key add_header try_files");
        add("graphql gql", "#", "\"", "directive enum extend fragment implements input interface mutation on query "
                + "scalar schema subscription type union true false null");
        add("nix", "#", "\"", "assert else false if in inherit let null or rec then true with");
        add("zig", "//", "\"", "and break const continue defer else enum error export extern false fn for if inline "
                + "null or orelse pub return struct switch test true try undefined union unreachable var while");
    }

    private final String code;
    private final Language language;
    private final StringBuilder html = new StringBuilder();
    private int at;

    private WordLexer(String code, Language language) {
        this.code = code;
        this.language = language;
    }

    static boolean knows(String language) {
        return LANGUAGES.containsKey(language);
    }

    static String html(String code, String language) {
        var known = LANGUAGES.get(language);
        return known == null ? Escape.html(code) : new WordLexer(code, known).html();
    }

    private String html() {
        while (at < code.length()) {
            char here = code.charAt(at);
            if (language.comments().stream().anyMatch(mark -> code.startsWith(mark, at))) take("comment", lineEnd());
            else if (code.startsWith("/*", at)) take("comment", after("*/", at + 2));
            else if (language.quotes().indexOf(here) >= 0) take("string", stringEnd(here));
            else if (Character.isDigit(here)) take("number", wordEnd());
            else if (Character.isLetter(here) || here == '_') word();
            else
                take("", at + 1);
        }
        return html.toString();
    }

    private void word() {
        int end = wordEnd();
        boolean called = end < code.length() && code.charAt(end) == '(';
        take(language.words().contains(code.substring(at, end)) ? "keyword" : called ? "function" : "", end);
    }

    private void take(String kind, int end) {
        var text = Escape.html(code.substring(at, end));
        if (kind.isEmpty()) html.append(text);
        else
            html.append("<span class=\"tok-").append(kind).append("\">").append(text).append("</span>");
        at = end;
    }

    private int lineEnd() {
        int end = code.indexOf('\n', at);
        return end < 0 ? code.length() : end;
    }

    private int after(String mark, int from) {
        int end = code.indexOf(mark, from);
        return end < 0 ? code.length() : end + mark.length();
    }

    private int stringEnd(char quote) {
        var triple = String.valueOf(quote).repeat(3);
        if (code.startsWith(triple, at)) return after(triple, at + 3);
        for (int i = at + 1; i < code.length(); i++) {
            char character = code.charAt(i);
            if (character == '\n') return i;
            if (character == '\\') i++;
            else if (character == quote) return i + 1;
        }
        return code.length();
    }

    private int wordEnd() {
        int end = at + 1;
        while (end < code.length() && (Character.isLetterOrDigit(code.charAt(end)) || code.charAt(end) == '_'))
            end++;
        return end;
    }

    private static void add(String names, String comments, String quotes, String words) {
        var language = new Language(List.of(comments.split(" ")), quotes, Set.of(words.split(" ")));
        for (var name : names.split(" "))
            LANGUAGES.put(name, language);
    }
}
