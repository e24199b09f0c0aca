package org.coursewright.attempt;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.coursewright.platform.Notices;
import org.coursewright.school.School;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open pages of an attempt at once that another tab took over, that its time changed, that it has ended. The
/// page then asks how it stands: a notice carries no news of its own, so none that is missed is lost.
@Component
class AttemptNotices {

    static final String TOPIC = "attempt";

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Map<String, List<SseEmitter>> listeners = new ConcurrentHashMap<>();

    AttemptNotices(Notices notices) {
        notices.listen(TOPIC, this::heard);
    }

    static String lease(School school, String code, int epoch) {
        return school.id() + " " + code + " lease " + epoch;
    }

    static String time(long school, String code) {
        return school + " " + code + " time 0";
    }

    static String ended(School school, String code) {
        return school.id() + " " + code + " ended 0";
    }

    SseEmitter listen(School school, String code) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        var key = school.id() + " " + code;
        var all = listeners.computeIfAbsent(key, _ -> new CopyOnWriteArrayList<>());
        all.add(emitter);
        emitter.onCompletion(() -> leave(key, emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> leave(key, emitter));
        send(emitter, SseEmitter.event().comment("listening"));
        return emitter;
    }

    @EventListener
    void on(ContextClosedEvent closed) {
        listeners.values().forEach(all -> all.forEach(SseEmitter::complete));
    }

    private void heard(String payload) {
        if (payload.equals(Notices.MISSED)) {
            listeners.values().forEach(all -> all.forEach(one -> send(one, SseEmitter.event().name("time").data("0"))));
            return;
        }
        var words = payload.split(" ", -1);
        listeners.getOrDefault(words[0] + " " + words[1], List.of())
                .forEach(one -> send(one, SseEmitter.event().name(words[2]).data(words[3])));
    }

    private void leave(String key, SseEmitter emitter) {
        listeners.computeIfPresent(key, (_, all) -> {
            all.remove(emitter);
            return all.isEmpty() ? null : all;
        });
    }

    private static void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException _) {
            emitter.complete();
        }
    }
}
