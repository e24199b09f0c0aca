package org.coursewright.video;

import gg.jte.generated.precompiled.Templates;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Messages;
import org.coursewright.platform.Notices;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open pages of the studio when a video comes further: the new row, as a Turbo stream over server-sent events.
@Component
class VideoChanges {

    /// A browser comes back by itself; this only bounds how long a connection that nobody reads is kept.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /// Any id makes a browser that comes back say so; which one does not matter. It gets one at once.
    private static final String EVERY = "1";

    private final Videos videos;
    private final CaptionEdits captions;
    private final Imports imports;
    private final Schools schools;
    private final Templates templates;
    private final Map<Long, List<Listener>> listeners = new ConcurrentHashMap<>();

    private record Listener(SseEmitter emitter, Messages messages) {}

    VideoChanges(Videos videos, CaptionEdits captions, Imports imports, Schools schools, Templates templates,
            Notices notices) {
        this.videos = videos;
        this.captions = captions;
        this.imports = imports;
        this.schools = schools;
        this.templates = templates;
        notices.listen(Videos.TOPIC, this::heard);
        notices.listen(Imports.TOPIC, this::heardOfImport);
    }

    /// @param again whether this browser was connected before, and may have missed something
    SseEmitter listen(School school, Messages messages, boolean again) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        var listener = new Listener(emitter, messages);
        var all = listeners.computeIfAbsent(school.id(), _ -> new CopyOnWriteArrayList<>());
        all.add(listener);
        emitter.onCompletion(() -> all.remove(listener));
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> all.remove(listener));
        if (again) refresh(listener);
        else
            send(listener, SseEmitter.event().id(EVERY).comment("listening"));
        return emitter;
    }

    @EventListener
    void on(ContextClosedEvent closed) {
        listeners.values().forEach(all -> all.forEach(listener -> listener.emitter().complete()));
    }

    private void heard(String payload) {
        if (payload.equals(Notices.MISSED)) {
            listeners.values().forEach(all -> all.forEach(VideoChanges::refresh));
            return;
        }
        var words = payload.split(" ", -1);
        var listening = listeners.getOrDefault(Long.parseLong(words[0]), List.of());
        if (listening.isEmpty()) return;
        var school = schools.get(Long.parseLong(words[0]));
        var video = videos.find(school, new Hash(words[1]));
        if (video.isEmpty()) return;
        var rows = captions.rows(school, video.get().hash());
        for (var listener : listening) {
            var row = templates.videoVideoChange(school, video.get(), rows, listener.messages()).render();
            send(listener, SseEmitter.event().id(EVERY).data(row, MediaType.TEXT_HTML));
        }
    }

    private void heardOfImport(String payload) {
        if (payload.equals(Notices.MISSED)) return; // all pages are told already
        var words = payload.split(" ", -1);
        var listening = listeners.getOrDefault(Long.parseLong(words[0]), List.of());
        if (listening.isEmpty()) return;
        var school = schools.get(Long.parseLong(words[0]));
        var found = imports.find(school, words[1]);
        for (var listener : listening) {
            if (found.isEmpty()) refresh(listener); // it is an upload now
            else
                send(listener, SseEmitter.event().id(EVERY).data(templates
                        .videoImportChange(school, found.get(), listener.messages()).render(), MediaType.TEXT_HTML));
        }
    }

    /// The page asks for its newest state: something may have been missed.
    private static void refresh(Listener listener) {
        send(listener, SseEmitter.event().id(EVERY).name("refresh").data("now"));
    }

    private static void send(Listener listener, SseEmitter.SseEventBuilder event) {
        try {
            listener.emitter().send(event);
        } catch (IOException | IllegalStateException _) {
            listener.emitter().complete();
        }
    }
}
