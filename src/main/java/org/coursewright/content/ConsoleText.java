package org.coursewright.content;

import java.util.regex.Pattern;

/// What a terminal shows: the commands stand out, and what they answer is no code to colour.
final class ConsoleText {

    private static final String PROMPT = "$ ";
    private static final Pattern COMMENT = Pattern.compile("\\s#\\s.*");

    private ConsoleText() {}

    static boolean knows(String language) {
        return language.equals("console") || language.equals("shell-session");
    }

    static String html(String code) {
        var html = new StringBuilder();
        boolean goesOn = false;
        for (var line : code.split("\n", -1)) {
            boolean begins = line.startsWith(PROMPT);
            if (begins) html.append("<span class=\"tok-prompt\">$ </span>");
            if (begins) command(html, line.substring(PROMPT.length()));
            else if (goesOn) command(html, line);
            else
                html.append(Escape.html(line));
            goesOn = (begins || goesOn) && line.endsWith("\\");
            html.append('\n');
        }
        html.setLength(html.length() - 1);
        return html.toString();
    }

    private static void command(StringBuilder html, String command) {
        var comment = COMMENT.matcher(command);
        int end = comment.find() ? comment.start() : command.length();
        html.append("<span class=\"tok-command\">").append(Escape.html(command.substring(0, end))).append("</span>");
        if (end == command.length()) return;
        html.append("<span class=\"tok-comment\">").append(Escape.html(command.substring(end))).append("</span>");
    }
}
