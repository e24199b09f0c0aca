package org.coursewright.monitoring;

import io.sentry.Sentry;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.protocol.Message;
import java.util.Date;
import java.util.List;
import org.coursewright.platform.WrongSetting;

/// Sends errors by Sentry's protocol, to Sentry or to what speaks it. No address, cookie or name of a person is
/// added; the database leaves the values of rows out of what it says.
final class SentryErrors implements ErrorDoor, AutoCloseable {

    private static final long PATIENCE_MILLIS = 2_000;

    private final String node;

    SentryErrors(String dsn, String node, String version) {
        this.node = node;
        try {
            Sentry.init(options -> {
                options.setDsn(dsn);
                options.setRelease("coursewright@" + version);
                options.setServerName(node);
                options.setSendDefaultPii(false);
                options.setEnableUncaughtExceptionHandler(false);
                options.setEnableExternalConfiguration(false);
                options.setAttachServerName(false);
                options.setShutdownTimeoutMillis(PATIENCE_MILLIS);
            });
        } catch (IllegalArgumentException malformed) {
            throw new WrongSetting(
                    "COURSEWRIGHT_MONITORING_SENTRY must be a DSN, such as https://key@sentry.example.org/42");
        }
    }

    @Override
    public void report(Fault fault) {
        var event = new SentryEvent(Date.from(fault.at()));
        fault.thrown().ifPresent(event::setThrowable);
        var message = new Message();
        message.setFormatted(fault.title());
        event.setMessage(message);
        event.setLevel(SentryLevel.ERROR);
        event.setLogger(fault.place());
        event.setServerName(node);
        event.setFingerprints(List.of(fault.fingerprint()));
        if (!fault.school().isEmpty()) event.setTag("school", fault.school());
        if (!fault.request().isEmpty()) event.setTag("request", fault.request());
        Sentry.captureEvent(event);
    }

    @Override
    public void close() {
        Sentry.close();
    }
}
