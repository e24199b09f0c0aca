package org.coursewright.platform;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A setting that is an address: `scheme://user@host/path?option=value`. Its secrets lie in files that options name.
public final class AddressSetting {

    private final String form;
    private final URI uri;
    private final Map<String, String> options = new HashMap<>();

    private AddressSetting(String form, URI uri) {
        this.form = form;
        this.uri = uri;
        if (uri.getRawQuery() == null) return;
        for (var option : uri.getRawQuery().split("&", -1)) {
            var parts = option.split("=", 2);
            options.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
    }

    /// @param form what the operator reads when it is wrong: the variable, and how it should look
    /// @throws WrongSetting where it is no address of a host
    public static AddressSetting of(String text, String form) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw new WrongSetting(form + ": it is no address");
        }
        if (uri.getScheme() == null) throw new WrongSetting(form + ": it is no address");
        if (uri.getHost() == null) throw new WrongSetting(form + ": it names no host");
        return new AddressSetting(form, uri);
    }

    public String scheme() {
        return uri.getScheme();
    }

    /// What stands before the `@`; may be empty.
    public String user() {
        return uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    }

    /// With the port, where there is one.
    public String host() {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /// Without a slash at its end.
    public String path() {
        return uri.getRawPath().replaceAll("/+$", "");
    }

    /// Empty where it is not given.
    public String option(String name) {
        return options.getOrDefault(name, "");
    }

    /// What the file says that an option names.
    ///
    /// @throws WrongSetting where it cannot be read
    public String file(String name) {
        if (option(name).isEmpty()) throw wrong(name + " is the file that holds it");
        try {
            return Files.readString(Path.of(option(name))).strip();
        } catch (IOException | InvalidPathException unreadable) {
            throw wrong("the file of the " + name + " cannot be read");
        }
    }

    public WrongSetting wrong(String reason) {
        return new WrongSetting(form + ": " + reason);
    }
}
