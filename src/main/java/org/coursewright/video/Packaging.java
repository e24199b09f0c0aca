package org.coursewright.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coursewright.platform.Hash;
import org.coursewright.storage.Storage;
import org.coursewright.video.ffmpeg.Storyboard;
import org.coursewright.video.hls.FragmentedMp4;
import org.coursewright.video.hls.Track;
import org.springframework.stereotype.Component;

/// Puts what the encoder made into the storage, each file under a name of its content, so that caches may keep it.
@Component
class Packaging {

    static final List<String> POSTERS = List.of("poster.webp", "poster.jpg");
    static final String WAVEFORM = "waveform.json";

    private final Storage storage;
    private final VideoKeys keys;

    Packaging(Storage storage, VideoKeys keys) {
        this.storage = storage;
        this.keys = keys;
    }

    Rendition picture(Attempt attempt, Path file, FragmentedMp4.Cut cut) throws IOException {
        return rendition(attempt, file, FragmentedMp4.of(file).track(cut));
    }

    Rendition sound(Attempt attempt, Path file) throws IOException {
        return rendition(attempt, file, FragmentedMp4.read(file));
    }

    Thumbnails sheets(Attempt attempt, Storyboard board, List<Path> files) throws IOException {
        var names = new ArrayList<String>();
        for (var file : files)
            names.add(store(attempt, file));
        return new Thumbnails(board, names);
    }

    void posters(Attempt attempt, List<Path> files) throws IOException {
        for (var file : files)
            storage.put(attempt.key(file.getFileName().toString()), file);
    }

    void waveform(Attempt attempt, Path sound, Path folder) throws IOException {
        var file = folder.resolve(WAVEFORM);
        Files.writeString(file, Waveform.of(sound).json());
        storage.put(attempt.key(WAVEFORM), file);
    }

    private Rendition rendition(Attempt attempt, Path file, Track track) throws IOException {
        var name = file.getFileName().toString().replace(".mp4", "");
        var cipher = keys.cipher(attempt.school(), attempt.video());
        if (cipher.isEmpty()) return new Rendition(name, store(attempt, file), track, false);
        var folder = Files.createDirectories(file.resolveSibling("encrypted"));
        var encrypted = folder.resolve(file.getFileName());
        var hidden = cipher.get().encrypt(file, track, encrypted);
        Files.delete(file);
        return new Rendition(name, store(attempt, encrypted), hidden, true);
    }

    private String store(Attempt attempt, Path file) throws IOException {
        var name = file.getFileName().toString();
        var dot = name.lastIndexOf('.');
        var stored = name.substring(0, dot) + "-" + Hash.of(file).hex().substring(0, 12) + name.substring(dot);
        storage.put(attempt.key(stored), file);
        return stored;
    }
}
