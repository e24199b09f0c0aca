package org.coursewright.monitoring;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.coursewright.platform.Hash;

/// An error as the log has it.
///
/// @param fingerprint the same for the same fault, whatever values were in it
/// @param place name of the logger
/// @param school slug, empty where it was none's
/// @param request number that the person was told, empty outside of requests
record Fault(String fingerprint, String title, String place, String detail, String school, String request, Instant at,
        Optional<Throwable> thrown) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DETAIL = 20_000;
    private static final int FRAMES = 3;

    static Fault of(ILoggingEvent event) {
        var proxy = event.getThrowableProxy();
        var said = event.getFormattedMessage();
        var title = proxy == null ? said : said + ": " + words(deepest(proxy));
        var detail = proxy == null ? said : said + "\n" + ThrowableProxyUtil.asString(proxy);
        var mdc = event.getMDCPropertyMap();
        Optional<Throwable> thrown = proxy instanceof ThrowableProxy real
                ? Optional.of(real.getThrowable())
                : Optional.empty();
        return new Fault(fingerprint(event), cut(title, LONGEST_TITLE), event.getLoggerName(),
                cut(detail, LONGEST_DETAIL), mdc.getOrDefault("school", ""), mdc.getOrDefault("request", ""),
                event.getInstant(), thrown);
    }

    /// Kinds of exceptions and the first places of ours that they came through, without line numbers: those move.
    private static String fingerprint(ILoggingEvent event) {
        var parts = new ArrayList<>(List.of(event.getLoggerName()));
        if (event.getThrowableProxy() == null) parts.add(event.getMessage());
        for (var one = event.getThrowableProxy(); one != null; one = one.getCause()) {
            parts.add(one.getClassName());
            Arrays.stream(one.getStackTraceElementProxyArray())
                    .map(frame -> frame.getStackTraceElement())
                    .filter(frame -> frame.getClassName().startsWith("org.coursewright"))
                    .limit(FRAMES)
                    .forEach(frame -> parts.add(frame.getClassName() + "." + frame.getMethodName()));
        }
        return Hash.of(String.join("\n", parts)).hex().substring(0, 16);
    }

    private static IThrowableProxy deepest(IThrowableProxy proxy) {
        return proxy.getCause() == null ? proxy : deepest(proxy.getCause());
    }

    private static String words(IThrowableProxy proxy) {
        var kind = proxy.getClassName().substring(proxy.getClassName().lastIndexOf('.') + 1);
        return proxy.getMessage() == null ? kind : kind + ": " + proxy.getMessage();
    }

    /// What the database cannot keep is left out.
    private static String cut(String text, int most) {
        var clean = text.replace("\u0000", "");
        return clean.length() <= most ? clean : clean.substring(0, most - 1) + "…";
    }
}
