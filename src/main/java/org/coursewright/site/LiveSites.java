package org.coursewright.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.coursewright.content.Publications;
import org.coursewright.platform.Encoding;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Notices;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.springframework.stereotype.Component;

/// The public sites as this node knows them: maps in memory, bytes of pages in a small cache. A warm node asks nobody.
@Component
class LiveSites {

    private static final int MOST_BYTES = 64 << 20;

    private final SiteMaps maps;
    private final Blobs blobs;
    private final Map<Long, LiveSite> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final Cache<Key, byte[]> pages = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key _, byte[] bytes) -> bytes.length + 200)
            .build();

    private record Key(Hash page, Encoding encoding) {}

    LiveSites(SiteMaps maps, Blobs blobs, Notices notices) {
        this.maps = maps;
        this.blobs = blobs;
        notices.listen(Publications.TOPIC, this::hear);
    }

    LiveSite of(School school) {
        var site = known.get(school.id());
        if (site != null) return site;
        long before = changes.get();
        var read = maps.live(school);
        known.put(school.id(), read);
        if (changes.get() != before) known.remove(school.id(), read); // published meanwhile: read again next time
        return read;
    }

    void forget(long school) {
        changes.incrementAndGet();
        known.remove(school);
    }

    byte[] bytes(School school, StoredPage.Page page, Encoding encoding) throws IOException {
        var key = new Key(page.hash(), encoding);
        var cached = pages.getIfPresent(key);
        if (cached != null) return cached;
        var read = switch (encoding) {
            case BROTLI -> read(school, page.bundle(), page.start(), page.brotli());
            case GZIP -> read(school, page.bundle(), page.start() + page.brotli(), page.gzip());
            case IDENTITY -> Packed.plain(bytes(school, page, Encoding.GZIP));
        };
        pages.put(key, read);
        return read;
    }

    private byte[] read(School school, Hash bundle, long start, int length) throws IOException {
        var object = blobs.open(school, bundle)
                .orElseThrow(() -> new IOException("the stored pages " + bundle + " are not in the storage"));
        try (var in = object.open(start, length)) {
            return in.readNBytes(length);
        }
    }

    private void hear(String payload) {
        if (payload.equals(Notices.MISSED)) {
            changes.incrementAndGet();
            known.clear();
        } else {
            forget(Long.parseLong(payload));
        }
    }
}
