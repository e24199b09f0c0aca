package org.coursewright.admin;

import org.coursewright.monitoring.Alert;
import org.coursewright.platform.Messages;

/// Components and their alerts in words.
public record ComponentWords(Messages messages) {

    /// Its name, or the component itself where nobody has named it.
    public String name(String component) {
        var key = "admin.component." + component;
        return Messages.all().containsKey(key) ? messages.get(key) : component;
    }

    /// "Database on web-1", "Node web-1", or "Jobs" where all nodes see the same.
    public String of(Alert alert) {
        if (alert.component().equals("node")) return messages.get("admin.alerts.node", alert.node());
        var name = name(alert.component());
        return alert.node().isEmpty() ? name : messages.get("admin.alerts.on", name, alert.node());
    }
}
