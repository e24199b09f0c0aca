package org.coursewright.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coursewright.content.Projection;
import org.coursewright.content.RevisionContent;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Messages;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.coursewright.storage.Blobs;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Makes the public pages of what is about to be live: renders what changed, keeps it in one bundle, and writes the map.
/// Comes after the projections of courses, whose former slugs it reads.
@Component
@Order(1000)
class SitePublishing implements Projection {

    private final SiteOutputs outputs;
    private final SiteMaps maps;
    private final PageRenderer renderer;
    private final Blobs blobs;
    private final Schools schools;
    private final LiveSites sites;

    SitePublishing(SiteOutputs outputs, SiteMaps maps, PageRenderer renderer, Blobs blobs, Schools schools,
            LiveSites sites) {
        this.outputs = outputs;
        this.maps = maps;
        this.renderer = renderer;
        this.blobs = blobs;
        this.schools = schools;
        this.sites = sites;
    }

    @Override
    public void project(School before, long publicationId, RevisionContent content) {
        var school = named(before, content);
        var all = outputs.of(school, content, new Showing.Live());
        var missing = maps.missing(school, all.stream().map(SiteOutput::input).toList());
        var fresh = all.stream()
                .filter(output -> missing.contains(output.input()))
                .collect(Collectors.toMap(SiteOutput::input, Function.identity(), (one, _) -> one));
        if (!fresh.isEmpty()) maps.addRenderings(school, bundle(school, fresh.values()));
        var bytes = new PublicBytes(content);
        maps.put(school, publicationId, renderer.stamp(), new SiteMap(
                all.stream().collect(Collectors.toMap(SiteOutput::path, SiteOutput::input, (one, _) -> one)),
                new OldAddresses(content).all(maps.formerSlugs(school)),
                List.copyOf(bytes.files()),
                List.copyOf(bytes.videos())));
        showAfterCommit(school);
    }

    /// The school as its own folder names it, on every page of the program from now on.
    private School named(School school, RevisionContent content) {
        var frame = new SchoolFrame(school, content, new SiteWords(Messages.english()));
        var named = new School(school.id(), school.slug(), frame.name(), frame.language(), school.createdAt());
        if (!named.equals(school)) schools.rename(school, named.name(), named.language());
        return named;
    }

    private Map<Hash, StoredPage.Page> bundle(School school, Collection<SiteOutput> fresh) {
        var made = fresh.parallelStream().map(Made::of).toList();
        var bytes = new ByteArrayOutputStream();
        made.forEach(one -> {
            bytes.writeBytes(one.packed().brotli());
            bytes.writeBytes(one.packed().gzip());
        });
        var bundle = keep(school, bytes.toByteArray());
        var pages = new HashMap<Hash, StoredPage.Page>();
        long start = 0;
        for (var one : made) {
            int brotli = one.packed().brotli().length;
            int gzip = one.packed().gzip().length;
            pages.put(one.output().input(), new StoredPage.Page(
                    one.page(), one.output().mediaType(), bundle, start, brotli, gzip));
            start += brotli + gzip;
        }
        return pages;
    }

    private Hash keep(School school, byte[] bundle) {
        try {
            return blobs.put(school, bundle, "application/octet-stream").hash();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// This node shows it at once; the others hear the notice.
    private void showAfterCommit(School school) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCommit() {
                sites.forget(school.id());
            }
        });
    }

    private record Made(SiteOutput output, Hash page, Packed packed) {

        static Made of(SiteOutput output) {
            var bytes = output.text().get().getBytes(StandardCharsets.UTF_8);
            return new Made(output, Hash.of(bytes), Packed.of(bytes));
        }
    }
}
