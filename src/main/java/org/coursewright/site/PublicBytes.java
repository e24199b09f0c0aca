package org.coursewright.site;

import java.util.HashSet;
import java.util.Set;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.Version;
import org.coursewright.platform.Hash;
import org.coursewright.video.VideoFiles;

/// Which files and videos everybody may have: those of pages, posts, free lessons, trailers, the theme.
final class PublicBytes {

    private static final Set<String> WITH_PUBLIC_FILES = Set.of("site", "home", "page", "post", "course", "theme");

    private final RevisionContent content;

    PublicBytes(RevisionContent content) {
        this.content = content;
    }

    Set<Hash> files() {
        var files = new HashSet<Hash>();
        for (var version : content.versions())
            if (WITH_PUBLIC_FILES.contains(version.kind()) || isFree(version))
                files.addAll(version.files().values());
        content.versions().stream()
                .flatMap(version -> VideoFiles.of(version).stream())
                .forEach(video -> files.remove(video.video()));
        return files;
    }

    Set<Hash> videos() {
        var videos = new HashSet<Hash>();
        for (var version : content.versions())
            if (version.kind().equals("course") || isFree(version))
                VideoFiles.of(version).ifPresent(files -> videos.add(files.video()));
        return videos;
    }

    private static boolean isFree(Version version) {
        return version.kind().equals("lesson") && Front.is(version, "free");
    }
}
