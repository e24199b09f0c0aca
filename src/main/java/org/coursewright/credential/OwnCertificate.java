package org.coursewright.credential;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/// A certificate in the list of its owner.
///
/// @param url of its public page
/// @param onPaper whether there is a PDF of it
public record OwnCertificate(Certificate certificate, String url, boolean onPaper) {

    /// Adds it to a profile at LinkedIn; a plain link.
    public String linkedIn() {
        var day = certificate.day().atZone(ZoneOffset.UTC);
        return "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=" + encoded(certificate.title())
                + "&organizationName=" + encoded(certificate.issuer()) + "&issueYear=" + day.getYear() + "&issueMonth="
                + day.getMonthValue() + "&certUrl=" + encoded(url) + "&certId=" + certificate.code();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
