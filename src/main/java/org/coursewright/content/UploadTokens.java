package org.coursewright.content;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.coursewright.identity.ApiToken;
import org.coursewright.identity.ApiTokens;
import org.coursewright.storage.UploadAccess;
import org.coursewright.storage.Uploader;
import org.springframework.stereotype.Component;

/// Lets programs send files by the token in their `Authorization` header.
@Component
class UploadTokens implements UploadAccess {

    private final ApiTokens tokens;

    UploadTokens(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Optional<Uploader> find(HttpServletRequest request) {
        return tokens.find(request)
                .map(token -> new Uploader(token.school(), token.bearer(), token.scopes().contains(ApiToken.PUSH)));
    }
}
