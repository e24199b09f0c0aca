package org.coursewright.upkeep;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.coursewright.identity.OperatorLink;
import org.coursewright.job.Jobs;
import org.coursewright.platform.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Says where everything is, once the program is ready.
@Component
class Greeting {

    private static final Logger log = LoggerFactory.getLogger(Greeting.class);

    private final Settings settings;
    private final OperatorLink operatorLink;
    private final DemoSchool demo;
    private final Jobs jobs;

    Greeting(Settings settings, OperatorLink operatorLink, DemoSchool demo, Jobs jobs) {
        this.settings = settings;
        this.operatorLink = operatorLink;
        this.demo = demo;
        this.jobs = jobs;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        if (settings.role() == Settings.Role.WORKER) return;
        var lines = new ArrayList<>(
                List.of("Coursewright is ready.", "", "  Platform    " + settings.platformUrl("/")));
        if (settings.demo()) {
            if (!demo.isLoaded()) jobs.enqueue(DemoSchool.KIND, "ada", new DemoSchool.Load());
            lines.add("  Demo school " + settings.schoolUrl("ada", "/"));
            lines.add("  Mails       " + settings.platformUrl("/dev/mail"));
            lines.add("");
            lines.add("  Author:  sign in at " + settings.platformUrl("/sign-in") + " as " + DemoSchool.ADA);
            lines.add("  Student: sign in at " + settings.schoolUrl("ada", "/sign-in") + " with any address");
            lines.add("  The mail with the link and the code lies at " + settings.platformUrl("/dev/mail"));
        }
        operatorLink.fresh().ifPresent(link -> {
            lines.add("");
            lines.add("  No operator yet. This link makes you one, once:");
            lines.add("  " + link);
        });
        log.info("\n\n{}\n", String.join("\n", lines));
    }

    /// The JVM writes its cache when it ends, once, and says nothing.
    @EventListener(ContextClosedEvent.class)
    void explainTheWait() {
        var makesCache = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.startsWith("-XX:AOTCacheOutput"));
        if (makesCache) log.info("Stopping takes some seconds this once: it keeps what makes the next start faster.");
    }
}
