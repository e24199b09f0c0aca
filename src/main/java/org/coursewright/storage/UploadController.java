package org.coursewright.storage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Settings;
import org.coursewright.school.OnPlatform;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// tus 1.0.0 (https://tus.io/protocols/resumable-upload): creation, termination, checksum, expiration.
@OnPlatform
@RestController
@RequestMapping("/uploads")
class UploadController {

    private static final String VERSION = "1.0.0";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    private final Uploads uploads;
    private final Reception reception;
    private final Room room;
    private final UploadLimits limits;
    private final Settings settings;
    private final List<UploadAccess> accesses;

    UploadController(
            Uploads uploads,
            Reception reception,
            Room room,
            UploadLimits limits,
            Settings settings,
            List<UploadAccess> accesses) {
        this.uploads = uploads;
        this.reception = reception;
        this.room = room;
        this.limits = limits;
        this.settings = settings;
        this.accesses = accesses;
    }

    @ModelAttribute
    void version(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Tus-Resumable", VERSION);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!request.getMethod().equals("OPTIONS") && !VERSION.equals(request.getHeader("Tus-Resumable")))
            throw new UploadRefused(412, "This server speaks tus " + VERSION + ".");
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> index() {
        return ResponseEntity.noContent()
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,termination,checksum,expiration")
                .header("Tus-Checksum-Algorithm", UploadChecksum.ALGORITHMS)
                .header("Tus-Max-Size", "" + limits.largest().toBytes())
                .build();
    }

    @PostMapping
    ResponseEntity<Void> create(
            HttpServletRequest request,
            @RequestHeader(name = LENGTH, defaultValue = "-1") long length,
            @RequestHeader(name = "Upload-Metadata", defaultValue = "") String metadata)
            throws IOException {
        var uploader = uploader(request);
        if (length < 0) throw new UploadRefused(400, "Upload-Length must say how many bytes will come.");
        var said = UploadMetadata.parse(metadata);
        room.check(uploader.school(), said.name(), length);
        var upload = uploads.create(uploader, length, said);
        if (length == 0) reception.receive(uploader.school(), upload, 0, request.getInputStream(), Optional.empty());
        return ResponseEntity.created(URI.create(settings.platformUrl("/uploads/" + upload.code())))
                .header("Upload-Expires", date(upload))
                .build();
    }

    @RequestMapping(path = "/{code}", method = RequestMethod.HEAD)
    ResponseEntity<Void> show(HttpServletRequest request, @PathVariable String code) throws IOException {
        var uploader = uploader(request);
        var upload = find(uploader, code);
        if (upload.received() == upload.size() && !upload.finished()) complete(uploader.school(), upload);
        return ResponseEntity.ok()
                .header(OFFSET, "" + upload.received())
                .header(LENGTH, "" + upload.size())
                .header("Upload-Expires", date(upload))
                .build();
    }

    @PatchMapping("/{code}")
    ResponseEntity<Void> update(
            HttpServletRequest request,
            @PathVariable String code,
            @RequestHeader(name = OFFSET, defaultValue = "-1") long offset,
            @RequestHeader(name = "Upload-Checksum", required = false) @Nullable String checksum)
            throws IOException {
        var uploader = uploader(request);
        if (!"application/offset+octet-stream".equals(request.getContentType()))
            throw new UploadRefused(415, "The bytes must be sent as application/offset+octet-stream.");
        if (offset < 0) throw new UploadRefused(400, "Upload-Offset must say where these bytes begin.");
        var upload = find(uploader, code);
        if (request.getContentLengthLong() > upload.size() - offset)
            throw new UploadRefused(413, "More bytes are sent than Upload-Length has announced.");
        var sum = Optional.ofNullable(checksum).map(UploadChecksum::parse);
        long received = reception.receive(uploader.school(), upload, offset, request.getInputStream(), sum);
        return ResponseEntity.noContent()
                .header(OFFSET, "" + received)
                .header("Upload-Expires", date(upload))
                .build();
    }

    @DeleteMapping("/{code}")
    ResponseEntity<Void> destroy(HttpServletRequest request, @PathVariable String code) throws IOException {
        uploads.delete(find(uploader(request), code));
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<String> refused(UploadRefused refused) {
        return sentence(refused.status().value(), refused.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<String> full(StorageFull full) {
        return sentence(HttpStatus.INSUFFICIENT_STORAGE.value(), full.getMessage());
    }

    private Uploader uploader(HttpServletRequest request) {
        var uploader = accesses.stream()
                .flatMap(access -> access.find(request).stream())
                .findFirst()
                .orElseThrow(() -> new UploadRefused(
                        401, "This token is wrong or has expired. Sign in again: coursewright login"));
        if (!uploader.mayUpload()) throw new UploadRefused(403, "This token may not push: its scopes lack 'push'.");
        return uploader;
    }

    /// Its last byte is here, but whoever took it died before it became a file. Who hears that all is here never asks again.
    private void complete(School school, Upload upload) throws IOException {
        reception.receive(school, upload, upload.size(), InputStream.nullInputStream(), Optional.empty());
    }

    private Upload find(Uploader uploader, String code) {
        var upload = uploads.find(uploader.school(), code).orElseThrow(NotFound::new);
        if (upload.expired()) throw new UploadRefused(410, "This upload has expired; begin again.");
        return upload;
    }

    private static String date(Upload upload) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(upload.expiresAt().atOffset(ZoneOffset.UTC));
    }

    private static ResponseEntity<String> sentence(int status, @Nullable String text) {
        var response = ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN);
        if (status == HttpStatus.UNAUTHORIZED.value()) response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        if (status == HttpStatus.PRECONDITION_FAILED.value()) response.header("Tus-Version", VERSION);
        return response.body(text + "\n");
    }
}
