package org.coursewright.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coursewright.content.Preview;
import org.coursewright.content.Previews;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.Revisions;
import org.coursewright.content.Versions;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Messages;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Whole revisions, as whoever holds the link of a preview sees them.
@Component
class PreviewSites {

    private final Previews previews;
    private final Revisions revisions;
    private final Versions versions;
    private final SiteOutputs outputs;

    /// A page comes with pictures and styles: the revision is read once for all of them.
    private final Cache<String, RevisionContent> contents = Caffeine.newBuilder()
            .maximumSize(20)
            .expireAfterWrite(Duration.ofSeconds(20))
            .build();

    PreviewSites(Previews previews, Revisions revisions, Versions versions, SiteOutputs outputs) {
        this.previews = previews;
        this.revisions = revisions;
        this.versions = versions;
        this.outputs = outputs;
    }

    Optional<SiteOutput> find(School school, String code, String path) {
        return previews.find(school, code).flatMap(preview -> all(school, preview).stream()
                .filter(output -> output.path().equals(path))
                .findFirst());
    }

    boolean has(School school, String code, Hash file) {
        return previews.find(school, code)
                .filter(preview -> content(school, preview).versions().stream()
                        .anyMatch(version -> version.files().containsValue(file)))
                .isPresent();
    }

    private List<SiteOutput> all(School school, Preview preview) {
        var messages = Messages.in(Locale.forLanguageTag(school.language()));
        var until = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(school.language()))
                .format(preview.expiresAt().atZone(ZoneOffset.UTC));
        var number = revisions.get(school, preview.revisionId()).number();
        return outputs.of(school, content(school, preview),
                new Showing.Preview(preview.code(), messages.get("site.preview", number, until)));
    }

    private RevisionContent content(School school, Preview preview) {
        return contents.get(preview.code(), _ -> versions.preview(school, preview.revisionId()));
    }
}
