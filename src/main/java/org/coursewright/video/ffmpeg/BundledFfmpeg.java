package org.coursewright.video.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/// The ffmpeg that travels inside our jar as a separate program. It is copied out once per version, in one rename, so
/// that a half unpacked folder is never taken for a whole one.
final class BundledFfmpeg {

    private static final String PLATFORM = "linux-x86_64-gpl";
    private static final String FOLDER = "org/bytedeco/ffmpeg/" + PLATFORM + "/";
    private static final String POM = "META-INF/maven/org.bytedeco/ffmpeg/pom.properties";
    private static final Pattern WANTED = Pattern.compile("ffmpeg|ffprobe|lib(?!jni)[a-z-]+\\.so[.0-9]*");

    private final Path home;

    BundledFfmpeg(Path home) {
        this.home = home;
    }

    /// The folder that holds the programs and their libraries.
    Path unpack() throws IOException {
        var target = home.resolve(version() + "-" + PLATFORM);
        if (Files.isDirectory(target)) return target;
        Files.createDirectories(home);
        var unpacked = Files.createTempDirectory(home, "unpacking-");
        try {
            for (var name : names()) {
                var file = unpacked.resolve(name);
                try (var in = resource(FOLDER + name).openStream()) {
                    Files.copy(in, file);
                }
                if (!name.startsWith("lib") && !file.toFile().setExecutable(true, false))
                    throw new IOException(
                            file + " cannot be made executable");
            }
            Files.setPosixFilePermissions(unpacked,
                    PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException other) {
            return target; // another process of ours was faster
        } finally {
            delete(unpacked);
        }
        return target;
    }

    private static List<String> names() throws IOException {
        var connection = resource(FOLDER + "ffmpeg").openConnection();
        if (!(connection instanceof JarURLConnection jar)) throw new IOException("the bundled ffmpeg is not in a jar");
        connection.setUseCaches(false);
        try (var file = jar.getJarFile()) {
            var prefix = jar.getEntryName().substring(0, jar.getEntryName().length() - "ffmpeg".length());
            return file.stream().map(entry -> entry.getName()).filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length())).filter(name -> WANTED.matcher(name).matches())
                    .toList();
        }
    }

    private static String version() throws IOException {
        var properties = new Properties();
        try (var in = resource(POM).openStream()) {
            properties.load(new InputStreamReader(in, UTF_8));
        }
        return properties.getProperty("version", "bundled");
    }

    private static URL resource(String path) throws IOException {
        var found = BundledFfmpeg.class.getClassLoader().getResource(path);
        if (found == null)
            throw new IOException("this build of Coursewright carries no ffmpeg for this machine (" + PLATFORM
                    + "); install ffmpeg and set coursewright.video.ffmpeg to its path");
        return found;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(file);
        }
    }
}
