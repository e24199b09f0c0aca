package org.coursewright.content;

import org.jspecify.annotations.Nullable;

/// A Markdown text whose first line may be its title, as in many a folder that was written for a Git host.
///
/// @param heading null where the text does not begin with one
/// @param rest the text without it
public record TitledText(@Nullable String heading, String text, String rest) {

    public static TitledText of(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start)))
            start++;
        if (!text.startsWith("# ", start)) return new TitledText(null, text, text);
        int end = text.indexOf('\n', start);
        if (end < 0) end = text.length();
        var heading = withoutClosing(text.substring(start + 2, end).strip());
        return heading.isEmpty()
                ? new TitledText(null, text, text)
                : new TitledText(heading, text, text.substring(end).stripLeading());
    }

    /// @param written title by a key
    /// @param name what the title is made from where nothing gives one
    public String title(@Nullable String written, String name) {
        if (written != null && !written.isEmpty()) return written;
        return heading == null ? Names.title(name) : heading;
    }

    /// The text without a heading that repeats the title: the page shows that above.
    public String body(String title) {
        return title.equals(heading) ? rest : text;
    }

    private static String withoutClosing(String heading) {
        int end = heading.length();
        while (end > 0 && heading.charAt(end - 1) == '#')
            end--;
        boolean closes = end == 0 || end < heading.length() && heading.charAt(end - 1) == ' ';
        return closes ? heading.substring(0, end).strip() : heading;
    }
}
