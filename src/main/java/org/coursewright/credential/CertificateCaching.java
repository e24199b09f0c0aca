package org.coursewright.credential;

import java.time.Duration;
import org.springframework.http.CacheControl;

/// How long others may keep a certificate: a revoked one is known everywhere within a minute.
final class CertificateCaching {

    static final CacheControl PUBLIC = CacheControl.maxAge(Duration.ZERO).cachePublic()
            .sMaxAge(Duration.ofMinutes(1));

    private CertificateCaching() {}
}
