package org.coursewright.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coursewright.content.Readiness;
import org.coursewright.content.Revision;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.RevisionListener;
import org.coursewright.platform.Hash;
import org.coursewright.platform.Messages;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Begins to make the videos of a revision when it is committed, and tells those who wait how far they are.
@Component
class RevisionVideos implements RevisionListener, Readiness {

    private final Videos videos;
    private final Captions captions;

    RevisionVideos(Videos videos, Captions captions) {
        this.videos = videos;
        this.captions = captions;
    }

    @Override
    public void committed(School school, Revision revision, RevisionContent content) {
        var files = files(content);
        var names = new LinkedHashMap<Hash, String>();
        for (var file : files)
            names.put(file.video(), file.path());
        videos.ensure(school, names);
        try {
            captions.ensure(school, files);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public List<Part> of(School school, RevisionContent content) {
        var files = files(content);
        Map<Hash, Video> found = videos.of(school, files.stream().map(VideoFiles::video).distinct().toList()).stream()
                .collect(Collectors.toMap(Video::hash, Function.identity()));
        return files.stream()
                .flatMap(file -> Optional.ofNullable(found.get(file.video())).map(video -> part(file.path(), video))
                        .stream())
                .toList();
    }

    private static List<VideoFiles> files(RevisionContent content) {
        return content.versions().stream().flatMap(version -> VideoFiles.of(version).stream())
                .toList();
    }

    private static Part part(String path, Video video) {
        var reason = video.remark() == null ? "" : video.remark().in(Messages.english());
        return new Part(path, video.playable() ? State.READY : state(video.state()), video.percent(), reason);
    }

    private static State state(VideoState state) {
        return switch (state) {
            case WAITING -> State.WAITING;
            case PROBING, ENCODING, PACKAGING -> State.RUNNING;
            case READY -> State.READY;
            case FAILED -> State.FAILED;
        };
    }
}
