package org.coursewright.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.coursewright.content.Pushes;
import org.coursewright.platform.Hash;
import org.coursewright.school.OnPlatform;
import org.coursewright.storage.Blobs;
import org.coursewright.storage.UploadInspection;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Many small files of a push in one request: a zip whose entries are named by their hash. Large files go by tus.
@OnPlatform
@RestController
@RequestMapping("/api/v1/schools/{school}/pushes/{code}/files")
class PushFileController {

    private static final int MOST_BYTES = 32 << 20;

    private final Pushes pushes;
    private final Blobs blobs;
    private final List<UploadInspection> inspections;

    PushFileController(Pushes pushes, Blobs blobs, List<UploadInspection> inspections) {
        this.pushes = pushes;
        this.blobs = blobs;
        this.inspections = inspections;
    }

    @PostMapping(consumes = "application/zip")
    ResponseEntity<Void> create(Caller caller, @PathVariable String code, HttpServletRequest request)
            throws IOException {
        var names = pushes.names(caller.school(), code);
        var files = unpacked(request, names);
        files.forEach((hash, bytes) -> inspect(names.getOrDefault(hash, ""), bytes));
        blobs.put(caller.school(), files, names);
        return ResponseEntity.noContent().build();
    }

    private void inspect(String name, byte[] bytes) {
        var start = bytes.length <= UploadInspection.LENGTH ? bytes : Arrays.copyOf(bytes, UploadInspection.LENGTH);
        for (var inspection : inspections)
            inspection.refusal(name, bytes.length, start).ifPresent(reason -> {
                throw refused(name + ": error: " + reason);
            });
    }

    private static Map<Hash, byte[]> unpacked(HttpServletRequest request, Map<Hash, String> names)
            throws IOException {
        var files = new LinkedHashMap<Hash, byte[]>();
        int left = MOST_BYTES;
        try (var zip = new ZipInputStream(request.getInputStream())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0) throw refused("One request may hold 32 MB of files; send the large ones by tus.");
                var hash = Hash.of(bytes);
                if (!hash.hex().equals(entry.getName()))
                    throw refused("A file is not what its hash says: it changed while it was sent. Push again.");
                if (!names.containsKey(hash)) throw refused("A file was sent that this push does not name.");
                files.put(hash, bytes);
            }
        } catch (ZipException | EOFException | IllegalArgumentException broken) { // the last one: a name that is no text
            throw refused("The archive of the files is broken: it changed while it was sent. Push again.");
        }
        return files;
    }

    private static ApiRefusal refused(String reason) {
        return new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, reason);
    }
}
