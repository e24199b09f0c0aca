package org.coursewright.video;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.coursewright.outbound.Answer;
import org.coursewright.outbound.Fault;
import org.coursewright.outbound.Outbound;
import org.coursewright.outbound.Reply;
import org.coursewright.platform.Hash;
import org.coursewright.storage.Intake;

/// One attempt at one file: asks for what is missing of it, and judges what comes.
final class Fetching {

    private static final int FRUIT = 1 << 16;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18})");

    private final ImportAttempt attempt;
    private final ImportAttempts attempts;
    private final Intake intake;
    private final Outbound outbound;
    private final ImportLimits limits;

    Fetching(ImportAttempt attempt, ImportAttempts attempts, Intake intake, Outbound outbound, ImportLimits limits) {
        this.attempt = attempt;
        this.attempts = attempts;
        this.intake = intake;
        this.outbound = outbound;
        this.limits = limits;
    }

    /// What came of asking once.
    sealed interface Step {

        record Done(Hash file) implements Step {}

        /// Nobody wants it any more, or another attempt is at it.
        record Overtaken() implements Step {}

        /// Trying again would not help.
        record Failed(Remark reason) implements Step {}

        /// The line broke; what came is safe.
        ///
        /// @param fruitful whether it brought the file further
        record Broken(boolean fruitful, Remark reason) implements Step {}
    }

    /// @param now how the import stands
    Step goOn(Import now) throws IOException, InterruptedException {
        if (now.upload() == null) return ask(now, 0);
        return switch (intake.progress(attempt.school(), now.upload())) {
            case Intake.Progress.Whole(var file) -> new Step.Done(file.blob().hash());
            case Intake.Progress.Partly(var bytes) when bytes == now.size() ->
                taken(now.upload(), bytes, InputStream.nullInputStream(), now.size());
            case Intake.Progress.Partly(var bytes) -> ask(now, bytes);
            case Intake.Progress.Unknown _,Intake.Progress.Refused _ -> ask(now, 0);
        };
    }

    private Step ask(Import now, long from) throws IOException, InterruptedException {
        var headers = new HashMap<String, String>();
        if (from > 0) {
            headers.put("Range", "bytes=" + from + "-");
            if (!now.version().isEmpty()) headers.put("If-Range", now.version());
        }
        return switch (outbound.get(now.address(), headers)) {
            case Reply.Failed(var fault) -> failed(now, fault);
            case Reply.Answered(var answer) -> {
                try (answer) {
                    yield answered(now, answer, from);
                }
            }
        };
    }

    private Step answered(Import now, Answer answer, long from) throws IOException, InterruptedException {
        return switch (answer.status()) {
            case 200 -> begin(now, answer);
            case 206 -> goesOn(answer, from, now.size())
                    ? taken(String.valueOf(now.upload()), from, answer.body(), now.size())
                    : again(now);
            case 416 -> again(now);
            case 401, 403, 407 -> new Step.Failed(Remark.of("video.import.login", answer.address().host()));
            case 404, 410 -> new Step.Failed(Remark.of("video.import.missing", answer.address().host()));
            case 408, 425, 429, 500, 502, 503, 504 -> new Step.Broken(false,
                    Remark.of("video.import.busy", answer.address().host(), "" + answer.status()));
            default -> new Step.Failed(
                    Remark.of("video.import.status", answer.address().host(), "" + answer.status()));
        };
    }

    /// From the first byte on: also where the other server cannot go on in the middle, or has another file by now.
    private Step begin(Import now, Answer answer) throws IOException, InterruptedException {
        var type = answer.header("Content-Type").orElse("").strip().toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html") || type.startsWith("application/xhtml"))
            return new Step.Failed(Remark.of("video.import.page", answer.address().host()));
        var size = number(answer.header("Content-Length").orElse(""));
        if (size.isEmpty()) return new Step.Failed(Remark.of("video.import.no-length", answer.address().host()));
        if (size.getAsLong() == 0) return new Step.Failed(Remark.of("video.refused.empty"));
        var name = ImportName.of(answer);
        if (now.upload() != null) intake.forget(attempt.school(), now.upload());
        return switch (intake.begin(attempt.school(), name, size.getAsLong(), now.by())) {
            case Intake.Begun.Refused(var reason) -> new Step.Failed(Remark.of("video.import.refused", reason));
            case Intake.Begun.Upload(var code) -> {
                if (attempts.begun(attempt, name, code, size.getAsLong(), version(answer)))
                    yield taken(code, 0, answer.body(), size.getAsLong());
                intake.forget(attempt.school(), code);
                yield new Step.Overtaken();
            }
        };
    }

    /// The other server has another file by now, or none so long.
    private Step again(Import now) throws IOException {
        if (now.upload() != null) intake.forget(attempt.school(), now.upload());
        return new Step.Broken(false, Remark.of("video.import.changed"));
    }

    private Step taken(String upload, long from, InputStream body, long size) throws IOException, InterruptedException {
        var flow = new Inflow(body, limits, from, size, (received, left) -> attempts.progress(attempt, received, left));
        var progress = intake.receive(attempt.school(), upload, from, flow);
        return switch (progress) {
            case Intake.Progress.Whole(var file) -> new Step.Done(file.blob().hash());
            case Intake.Progress.Refused(var reason) -> new Step.Failed(Remark.of("video.import.refused", reason));
            case Intake.Progress.Unknown _ -> new Step.Overtaken();
            case Intake.Progress.Partly(var bytes) -> switch (flow.end()) {
                case UNWANTED -> new Step.Overtaken();
                case TOO_SLOW -> new Step.Failed(Remark.of("video.import.slow", megabytes(bytes), megabytes(size)));
                case INTERRUPTED -> throw new InterruptedException();
                case NONE -> attempts.progress(attempt, bytes, null)
                        ? new Step.Broken(from > 0 && flow.count() >= FRUIT,
                                Remark.of("video.import.broken", megabytes(bytes),
                                        megabytes(size)))
                        : new Step.Overtaken();
            };
        };
    }

    private static Step failed(Import now, Fault fault) {
        var host = now.address().host();
        return switch (fault) {
            case UNKNOWN_HOST -> new Step.Broken(false, Remark.of("video.import.unknown-host", host));
            case SILENT -> new Step.Broken(false, Remark.of("video.import.silent", host));
            case NOT_PUBLIC -> new Step.Failed(Remark.of("video.import.not-public"));
            case REDIRECTS -> new Step.Failed(Remark.of("video.import.redirects", host));
            case NOT_SECURE -> new Step.Failed(Remark.of("video.import.not-secure", host));
        };
    }

    private static boolean goesOn(Answer answer, long from, long size) {
        var range = RANGE.matcher(answer.header("Content-Range").orElse(""));
        return from > 0 && range.matches() && Long.parseLong(range.group(1)) == from
                && Long.parseLong(range.group(2)) == size;
    }

    /// What `If-Range` may name (RFC 9110, 13.1.5): a strong tag, else a date.
    private static String version(Answer answer) {
        return answer.header("ETag").filter(tag -> tag.startsWith("\""))
                .or(() -> answer.header("Last-Modified")).orElse("");
    }

    private static OptionalLong number(String text) {
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    }
}
