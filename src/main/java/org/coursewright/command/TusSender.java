package org.coursewright.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Consumer;
import org.apache.commons.io.input.BoundedInputStream;
import org.coursewright.content.TreeFile;
import org.jspecify.annotations.Nullable;

/// Sends one large file by tus. A cut goes on where it was; the first piece is small, so that a wrong file is refused
/// before the rest travels, and a refusal is heard.
final class TusSender {

    private static final int FIRST_PIECE = 1 << 20;
    private static final int LARGEST_PIECE = 32 << 20;

    private final Remote remote;
    private final Progress progress;

    TusSender(Remote remote, Progress progress) {
        this.remote = remote;
        this.progress = progress;
    }

    /// @param known address of an upload that was begun earlier
    /// @param begun told the address of the upload, to be known later
    void send(String name, Path file, TreeFile what, @Nullable String known, Consumer<String> begun)
            throws IOException {
        var address = known == null ? create(name, what, begun) : known;
        long offset = known == null ? 0 : -1;
        int piece = FIRST_PIECE;
        for (int failures = 0;;) {
            try {
                if (offset < 0) offset = offset(address);
                if (offset < 0) {
                    address = create(name, what, begun);
                    offset = 0;
                }
                offset = patch(address, name, file, offset, Math.min(piece, what.size() - offset), what.size());
                if (offset == what.size()) break;
                if (offset >= 0) piece = Math.min(LARGEST_PIECE, piece * 4);
                failures = offset < 0 ? failures + 1 : 0;
                if (offset < 0) remote.pause(failures, new IOException("the upload is busy"));
            } catch (IOException cut) {
                remote.pause(++failures, cut);
                offset = -1;
                piece = FIRST_PIECE;
            }
        }
        progress.done("sent " + name + ", " + Progress.size(what.size()));
    }

    private String create(String name, TreeFile what, Consumer<String> begun) throws IOException {
        var response = remote.text(remote.request("/uploads")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", "" + what.size())
                .header("Upload-Metadata", "filename " + base64(name) + ",sha256 " + base64(what.sha256()))
                .POST(BodyPublishers.noBody()));
        if (response.statusCode() != 201) throw remote.refusal(response);
        var address = URI.create(response.headers().firstValue("Location").orElseThrow()).getPath();
        begun.accept(address);
        return address;
    }

    /// Where to go on, below zero when the upload is gone.
    private long offset(String address) throws IOException {
        var response = remote.text(remote.request(address)
                .header("Tus-Resumable", "1.0.0")
                .method("HEAD", BodyPublishers.noBody()));
        return switch (response.statusCode()) {
            case 200 -> response.headers().firstValueAsLong("Upload-Offset").orElse(-1);
            case 404, 410 -> -1;
            case 423 -> throw new IOException("the upload is busy"); // its last bytes are being put together
            default -> throw remote.refusal(response);
        };
    }

    /// The offset after it, below zero when the server must be asked.
    private long patch(String address, String name, Path file, long offset, long length, long size)
            throws IOException {
        var body = BodyPublishers.ofInputStream(() -> piece(name, file, offset, length, size));
        var response = remote.once(remote.request(address)
                .header("Tus-Resumable", "1.0.0")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", "" + offset)
                .method("PATCH", length == 0 ? BodyPublishers.noBody() : BodyPublishers.fromPublisher(body, length)));
        return switch (response.statusCode()) {
            case 204 -> response.headers().firstValueAsLong("Upload-Offset").orElse(-1);
            case 404, 409, 410, 423, 502, 503, 504 -> -1;
            default -> throw remote.refusal(response);
        };
    }

    private InputStream piece(String name, Path file, long offset, long length, long size) {
        try {
            var bytes = BoundedInputStream.builder()
                    .setInputStream(Channels.newInputStream(FileChannel.open(file).position(offset)))
                    .setMaxCount(length)
                    .setOnMaxCount((_, _) -> {})
                    .get();
            return new BufferedInputStream(bytes, 1 << 16) {

                @Override
                public synchronized int read(byte[] buffer, int from, int most) throws IOException {
                    int read = super.read(buffer, from, most);
                    long sent = offset + bytes.getCount();
                    progress.show(name, sent, size, "  " + Progress.size(sent) + " of " + Progress.size(size));
                    return read;
                }
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
