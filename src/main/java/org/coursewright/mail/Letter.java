package org.coursewright.mail;

import org.coursewright.platform.EmailAddress;

/// Writes a mail once for both kinds of readers: plain text, and HTML with styles in place, as mail programs want it.
public final class Letter {

    private static final String BUTTON = "display:inline-block;padding:14px 28px;border-radius:10px;background:#2b5fd0;"
            + "color:#ffffff;font-weight:600;text-decoration:none";
    private static final String CODE = "font:700 30px/1.2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:4px";

    private final EmailAddress recipient;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private String sender = "";
    private String subject = "";

    private Letter(EmailAddress recipient) {
        this.recipient = recipient;
    }

    public static Letter to(EmailAddress recipient) {
        return new Letter(recipient);
    }

    public Letter from(String name) {
        sender = name;
        return this;
    }

    public Letter subject(String text) {
        subject = text;
        return this;
    }

    public Letter text(String text) {
        plain.append(text).append("\n\n");
        html.append("<p>").append(escaped(text)).append("</p>");
        return this;
    }

    public Letter button(String label, String url) {
        plain.append(label).append(":\n").append(url).append("\n\n");
        html.append("<p style=\"margin:28px 0\"><a href=\"").append(escaped(url)).append("\" style=\"").append(BUTTON);
        html.append("\">").append(escaped(label)).append("</a></p>");
        return this;
    }

    public Letter code(String code) {
        plain.append("    ").append(code).append("\n\n");
        html.append("<p style=\"").append(CODE).append("\">").append(escaped(code)).append("</p>");
        return this;
    }

    public Mail mail() {
        var page = """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">\
                <meta name="viewport" content="width=device-width"><title>%s</title></head>\
                <body style="margin:0;padding:32px 16px;font:16px/1.6 system-ui,-apple-system,Segoe UI,sans-serif">\
                <div style="max-width:520px;margin:0 auto"><p style="font-weight:700;font-size:18px">%s</p>%s</div>\
                </body></html>
                """.formatted(escaped(subject), escaped(sender), html);
        return new Mail(recipient, sender, subject, plain.toString(), page);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
