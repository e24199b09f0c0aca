package org.coursewright.site;

import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.video.PublicVideos;
import org.springframework.stereotype.Component;

/// Videos of free lessons and trailers that are live.
@Component
class PublicSiteVideos implements PublicVideos {

    private final LiveSites sites;

    PublicSiteVideos(LiveSites sites) {
        this.sites = sites;
    }

    @Override
    public boolean isPublic(School school, Hash video) {
        return sites.of(school).videos().contains(video);
    }
}
