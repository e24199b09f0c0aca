package org.coursewright.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.Set;
import org.coursewright.platform.Hash;

/// Sends files while things break, each by as many requests as it takes; sometimes a piece is sent again that is there
/// already.
final class FaultUpload {

    private final int port;
    private final String start;
    private final FaultLedger ledger;
    private final FaultClient client;
    private final Random random;
    private final int least;
    private final int most;

    /// @param least bytes of a piece
    /// @param most bytes of a piece
    FaultUpload(int port, String token, FaultLedger ledger, long seed, int least, int most) {
        this.port = port;
        this.start = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\nTus-Resumable: 1.0.0\r\n";
        this.ledger = ledger;
        this.client = new FaultClient(port, ledger, seed);
        this.random = new Random(seed + 2);
        this.least = least;
        this.most = most;
    }

    /// Whether its last byte was acknowledged.
    boolean send(byte[] file) throws InterruptedException {
        var made = client.write("upload", "POST /uploads" + start + "Upload-Length: " + file.length
                + "\r\nUpload-Metadata: filename " + base64("a.bin") + ",sha256 " + base64(Hash.of(file).hex()) + ",school "
                + base64(FaultAuthor.SCHOOL) + "\r\n", new byte[0], Set.of(201));
        var path = made.header("location").replaceFirst("https?://[^/]+", "");
        if (path.isEmpty()) return false;
        for (int at = 0; at < file.length;) {
            int length = Math.min(file.length - at, least + random.nextInt(most - least));
            var sent = new Wire(port).ask("PATCH " + path + start + "Upload-Offset: " + at
                    + "\r\nContent-Type: application/offset+octet-stream\r\n", Arrays.copyOfRange(file, at, at + length));
            if (sent.status() == 204 && random.nextInt(4) > 0) at = Integer.parseInt(sent.header("upload-offset"));
            else { // cut, refused, or simply not sure: the server knows
                var state = client.insist(() -> new Wire(port).ask("HEAD " + path + start, new byte[0]));
                if (state.status() != 200) {
                    ledger.violation("an upload is lost: " + state.status());
                    return false;
                }
                int kept = Integer.parseInt(state.header("upload-offset"));
                if (kept < at) ledger.violation("an upload went back from " + at + " to " + kept);
                at = kept;
            }
        }
        return true;
    }

    /// Whether each byte of an upload lies in the storage.
    static boolean stored(Cluster cluster, Path storage, String hash) throws InterruptedException, IOException {
        var school = cluster.ask("select coalesce(max(school_id), 0) from blob where hash = '" + hash + "'");
        var file = storage.resolve("objects/" + school + "/blob/" + hash.substring(0, 2) + "/" + hash);
        return Files.exists(file) && Hash.of(file).hex().equals(hash);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
