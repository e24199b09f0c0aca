package org.coursewright.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What every page needs and none is about: language, colours, assets, and what is to be said once. A parameter of
/// controller methods, the first parameter of every page template.
///
/// @param scheme `light`, `dark`, or `auto` where nobody chose
/// @param path of the request, to mark where somebody is
/// @param said what the request before this one did, to be said once
public record Screen(Messages messages, Assets assets, String scheme, String path, Flash.@Nullable Said said) {

    private static final DateTimeFormatter MOMENT = inUtc("d MMM yyyy, HH:mm 'UTC'");
    private static final DateTimeFormatter DAY = inUtc("d MMM yyyy");

    /// A message by its key.
    public String get(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    /// A day and a minute. `part/time.jte` shows them in the reader's own time zone where scripts run.
    public String moment(Instant at) {
        return MOMENT.format(at);
    }

    public String day(Instant at) {
        return DAY.format(at);
    }

    public String asset(String name) {
        return assets.url(name);
    }

    /// An icon of the sprite, for `<use href>`.
    public String icon(String name) {
        return assets.url("icons.svg") + "#" + name;
    }

    /// Null where nobody chose: the attribute is left out then.
    public @Nullable String chosenScheme() {
        return scheme.equals("auto") ? null : scheme;
    }

    /// For `aria-current` of a link: `page` where an address is the page itself, `true` where it is one below it, else
    /// null.
    ///
    /// @param addresses the link's own, and others that belong to it
    public @Nullable String current(String... addresses) {
        if (List.of(addresses).contains(path)) return "page";
        return Stream.of(addresses).anyMatch(address -> path.startsWith(address + "/")) ? "true" : null;
    }

    /// Texts that scripts may need on each page as JSON, safe inside a script element.
    ///
    /// @param families beginnings of the keys of further ones: `runner.`
    public String islandTexts(String... families) {
        return IslandTexts.json(messages, families);
    }

    /// Texts of one island alone.
    ///
    /// @param family beginning of their keys: `player.`
    public String family(String family) {
        return IslandTexts.family(messages, family);
    }

    private static DateTimeFormatter inUtc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
