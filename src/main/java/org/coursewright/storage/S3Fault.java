package org.coursewright.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.NestedExceptionUtils;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/// What S3 did not do, in words for the operator.
final class S3Fault extends IOException {

    private static final Set<String> BAD_CREDENTIALS = Set.of(
            "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken", "TokenRefreshRequired");
    private static final Set<String> OTHER_REGION = Set.of(
            "PermanentRedirect", "TemporaryRedirect", "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException");
    private static final int FULL = 507;

    private S3Fault(String sentence, RuntimeException cause) {
        super(sentence, cause);
    }

    static IOException of(S3Address address, SdkException fault) {
        if (fault instanceof AwsServiceException answer) {
            if (isFull(answer)) return new StorageFull(new IOException(answer));
            return new S3Fault(sentence(address, answer), fault);
        }
        return new S3Fault(sentence(address, fault), fault);
    }

    /// When its time is over, the SDK closes the connection, and sometimes tells no more than that.
    static IOException of(S3Address address, UncheckedIOException fault) {
        var reason = String.valueOf(NestedExceptionUtils.getMostSpecificCause(fault).getMessage());
        return new S3Fault(
                reason.contains("Socket closed") ? late(address) : "Not reached: " + address + ": " + reason + ".",
                fault);
    }

    /// AWS has no end; other servers have their own words for a quota or a full disk.
    private static boolean isFull(AwsServiceException answer) {
        var code = code(answer);
        return answer.statusCode() == FULL || code.contains("StorageFull") || code.contains("QuotaExceeded");
    }

    private static String sentence(S3Address address, AwsServiceException answer) {
        var code = code(answer);
        var said = code.isEmpty() ? "status " + answer.statusCode() : code;
        if (code.equals("NoSuchBucket")) return "There is no such bucket: " + address + ".";
        if (BAD_CREDENTIALS.contains(code))
            return "The credentials are refused (" + said + "): look at AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, "
                    + "or what else names them, for " + address + ".";
        if (OTHER_REGION.contains(code) || answer.statusCode() == 301)
            return "It lies in another region (" + said + "): set region= for " + address + ".";
        if (code.equals("RequestTimeTooSkewed")) return "The clock of this machine is wrong, says " + address + ".";
        if (answer.statusCode() == 403)
            return "The credentials may not do this (" + said + ") with " + address + ".";
        return "S3 could not do it (" + said + ") with " + address + ".";
    }

    private static String sentence(S3Address address, SdkException fault) {
        if (fault instanceof ApiCallTimeoutException || fault instanceof ApiCallAttemptTimeoutException)
            return late(address);
        if (fault instanceof AbortedException) return "Interrupted while asking " + address + ".";
        var message = String.valueOf(fault.getMessage());
        if (message.toLowerCase(Locale.ROOT).contains("credentials"))
            return "No credentials were found for " + address + ": set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.";
        var cause = NestedExceptionUtils.getMostSpecificCause(fault);
        var reason = cause instanceof UnknownHostException ? "no such host" : cause.getMessage();
        return "Not reached: " + address + ": " + reason + ".";
    }

    private static String late(S3Address address) {
        return "No answer in time from " + address + ".";
    }

    private static String code(AwsServiceException answer) {
        var details = answer.awsErrorDetails();
        return details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
    }
}
