package org.coursewright.site;

import org.coursewright.content.Publications;
import org.coursewright.content.Versions;
import org.coursewright.job.JobHandler;
import org.coursewright.job.JobKind;
import org.coursewright.job.Jobs;
import org.coursewright.job.Lane;
import org.coursewright.platform.Notices;
import org.coursewright.school.Schools;
import org.coursewright.video.VideoReady;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Renders a live site anew without a new publication: when a video can be played, and after an upgrade of the program.
@Component
class SiteRefresh implements JobHandler<SiteRefresh.Order> {

    private static final JobKind<Order> KIND = new JobKind<>("site.refresh", Order.class, Lane.SHORT, 5);

    private final Jobs jobs;
    private final Schools schools;
    private final Publications publications;
    private final Versions versions;
    private final SitePublishing publishing;
    private final SiteMaps maps;
    private final PageRenderer renderer;
    private final Notices notices;
    private final TransactionTemplate transaction;

    /// @param school whose site it is
    record Order(long school) {}

    SiteRefresh(
            Jobs jobs,
            Schools schools,
            Publications publications,
            Versions versions,
            SitePublishing publishing,
            SiteMaps maps,
            PageRenderer renderer,
            Notices notices,
            TransactionTemplate transaction) {
        this.jobs = jobs;
        this.schools = schools;
        this.publications = publications;
        this.versions = versions;
        this.publishing = publishing;
        this.maps = maps;
        this.renderer = renderer;
        this.notices = notices;
        this.transaction = transaction;
    }

    @EventListener
    void on(VideoReady event) {
        jobs.enqueue(KIND, event.school() + " " + event.video(), new Order(event.school()));
    }

    @EventListener(ApplicationReadyEvent.class)
    void renderAnew() {
        var stamp = renderer.stamp();
        maps.renderedOtherwise(stamp)
                .forEach(school -> jobs.enqueue(KIND, school + " " + stamp, new Order(school)));
    }

    @Override
    public JobKind<Order> kind() {
        return KIND;
    }

    @Override
    public void run(Order order) {
        transaction.executeWithoutResult(_ -> {
            var school = schools.get(order.school());
            publications.live(school).ifPresent(publication -> {
                publishing.project(school, publication.id(), versions.live(school));
                notices.publish(Publications.TOPIC, Long.toString(school.id()));
            });
        });
    }
}
