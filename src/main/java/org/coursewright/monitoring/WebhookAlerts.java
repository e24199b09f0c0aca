package org.coursewright.monitoring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.coursewright.platform.WrongSetting;
import tools.jackson.databind.json.JsonMapper;

/// Posts alerts as JSON: to an incoming webhook of Slack (or of what speaks as Slack does, such as Mattermost) as a text,
/// to any other as fields.
final class WebhookAlerts implements AlertDoor {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final boolean slack;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private WebhookAlerts(URI address, boolean slack) {
        this.address = address;
        this.slack = slack;
    }

    /// @param setting `slack+https://…` or `webhook+https://…`
    static WebhookAlerts at(String setting) {
        boolean slack = setting.startsWith("slack+");
        if (!slack && !setting.startsWith("webhook+")) throw wrong();
        try {
            var address = URI.create(setting.substring(setting.indexOf('+') + 1));
            if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) throw wrong();
            return new WebhookAlerts(address, slack);
        } catch (IllegalArgumentException malformed) {
            throw wrong();
        }
    }

    private static WrongSetting wrong() {
        return new WrongSetting(
                "COURSEWRIGHT_MONITORING_ALERTS must be addresses such as slack+https://hooks.slack.com/… "
                        + "or webhook+https://…, with commas between them");
    }

    @Override
    public void tell(AlertNews news) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body(news))))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() / 100 != 2)
            throw new IOException(address.getHost() + " answered " + answer.statusCode());
    }

    private Map<String, String> body(AlertNews news) {
        if (slack)
            return Map.of("text", (news.resolved() ? ":large_green_circle: " : ":red_circle: ")
                    + escaped(news.sentence()) + " <" + news.console() + "|console>");
        var fields = new LinkedHashMap<String, String>();
        fields.put("event", news.event());
        fields.put("component", news.subject().component());
        fields.put("node", news.subject().node());
        fields.put("reason", news.reason());
        fields.put("raisedAt", news.raisedAt().toString());
        if (news.resolved()) fields.put("resolvedAt", news.at().toString());
        fields.put("text", news.sentence());
        fields.put("console", news.console());
        return fields;
    }

    /// Slack's three control characters (https://docs.slack.dev/messaging/formatting-message-text).
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
