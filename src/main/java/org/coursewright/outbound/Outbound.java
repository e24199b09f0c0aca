package org.coursewright.outbound;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/// Asks addresses that people typed. Each connection goes to an address that was found to be public, after every
/// redirect anew; cookies, passwords, proxies and what was asked before play no part in it.
public final class Outbound {

    private static final int MOST_REDIRECTS = 8;
    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_HEADER = 16_384;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final CloseableHttpClient client;
    private final Duration patience;

    Outbound(Resolver resolver, OutboundSettings settings) {
        this.patience = settings.patience();
        var silence = Timeout.of(patience);
        var connect = patience.compareTo(LONGEST_CONNECT) < 0 ? silence : Timeout.of(LONGEST_CONNECT);
        var heads = Http1Config.custom().setMaxHeaderCount(MOST_HEADERS).setMaxLineLength(LONGEST_HEADER).build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedHosts(resolver, settings))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(heads).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(silence)
                        .build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(silence)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("Coursewright")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /// Asks for what is at an address, and where that leads to.
    ///
    /// @param headers more of them, such as `Range`
    public Reply get(WebAddress first, Map<String, String> headers) {
        var address = first;
        for (var asked = 0; asked <= MOST_REDIRECTS; asked++) {
            var request = new HttpGet(address.uri());
            request.setHeader("Accept", "*/*");
            request.setHeader("Accept-Encoding", "identity");
            headers.forEach(request::setHeader);
            // a server that sends its head byte by byte is never silent
            var late = CompletableFuture.runAsync(request::cancel, CompletableFuture
                    .delayedExecutor(2 * patience.toMillis(), TimeUnit.MILLISECONDS));
            try {
                var answer = new Answer(address, request, client.executeOpen(null, request, null));
                if (!redirects(answer)) return new Reply.Answered(answer);
                answer.close();
                var next = answer.header("Location").flatMap(address::follow);
                if (next.isEmpty()) return new Reply.Failed(Fault.REDIRECTS);
                address = next.get();
            } catch (IOException fault) {
                return new Reply.Failed(fault(fault));
            } finally {
                late.cancel(false);
            }
        }
        return new Reply.Failed(Fault.REDIRECTS);
    }

    private static boolean redirects(Answer answer) {
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    private static Fault fault(IOException fault) {
        return switch (fault) {
            case CheckedHosts.NotPublic _ -> Fault.NOT_PUBLIC;
            case UnknownHostException _ -> Fault.UNKNOWN_HOST;
            case SSLException _ when !(fault.getCause() instanceof IOException) -> Fault.NOT_SECURE;
            default -> Fault.SILENT;
        };
    }
}
