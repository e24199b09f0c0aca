package org.coursewright.video;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coursewright.content.Edit;
import org.coursewright.content.Edits;
import org.coursewright.content.PushAnswer;
import org.coursewright.content.Revision;
import org.coursewright.content.Revisions;
import org.coursewright.content.TreeFile;
import org.coursewright.content.Version;
import org.coursewright.content.Versions;
import org.coursewright.platform.Hash;
import org.coursewright.school.School;
import org.coursewright.storage.Blobs;
import org.springframework.stereotype.Component;

/// Captions that authors write in the studio. They are files of the course like all others: kept beside each lesson that
/// shows the video, in its history, and there to be pulled.
@Component
class CaptionEdits {

    private static final int MOST_SOURCES = 20;

    private final Revisions revisions;
    private final Versions versions;
    private final Edits edits;
    private final Blobs blobs;
    private final Captions captions;
    private final Transcriptions transcriptions;

    CaptionEdits(Revisions revisions, Versions versions, Edits edits, Blobs blobs, Captions captions,
            Transcriptions transcriptions) {
        this.revisions = revisions;
        this.versions = versions;
        this.edits = edits;
        this.blobs = blobs;
        this.captions = captions;
        this.transcriptions = transcriptions;
    }

    /// All languages that there is something in, the author's and the recogniser's.
    List<CaptionRow> rows(School school, Hash video) {
        var files = new TreeMap<String, TreeSet<String>>();
        for (var head : revisions.heads(school))
            lessons(school, head, video).forEach(lesson -> VideoFiles.of(lesson).stream()
                    .flatMap(file -> file.captions().stream())
                    .map(CaptionTrack::language)
                    .forEach(language -> files.computeIfAbsent(language, _ -> new TreeSet<>())
                            .add(CaptionFile.of(head, lesson, language).path())));
        var rows = new TreeMap<String, CaptionRow>();
        files.forEach((language, paths) -> rows.put(language, new CaptionRow(language, List.copyOf(paths), null)));
        for (var each : transcriptions.of(school, video))
            rows.merge(each.language(), new CaptionRow(each.language(), List.of(), each),
                    (own, _) -> new CaptionRow(own.language(), own.files(), each));
        return List.copyOf(rows.values());
    }

    /// What its author sees and hears in the player: the captions of the newest lesson that shows it.
    List<CaptionTrack> tracks(School school, Video video) {
        return revisions.heads(school).stream().flatMap(head -> lessons(school, head, video.hash()))
                .flatMap(lesson -> VideoFiles.of(lesson).stream()).findFirst()
                .map(file -> file.captionsWith(video.transcripts(), school.language())).orElse(video.transcripts());
    }

    /// Those of one language; empty of text where there are none yet.
    CaptionSheet sheet(School school, Hash video, String language) {
        var files = revisions.heads(school).stream().flatMap(head -> files(school, head, video, language)).toList();
        var own = files.stream().flatMap(file -> Optional.ofNullable(file.hash()).stream()).findFirst();
        var heard = transcriptions.of(school, video).stream().filter(each -> each.language().equals(language))
                .flatMap(each -> Optional.ofNullable(each.caption()).stream()).findFirst();
        var cues = own.or(() -> heard)
                .map(hash -> captions.cues(school, video, new CaptionTrack(language, hash)))
                .orElse(List.of());
        return new CaptionSheet(language, CaptionText.vtt(cues),
                files.stream().map(file -> "" + file.base().id()).distinct().collect(Collectors.joining(",")),
                files.stream().map(CaptionFile::path).distinct().toList(), own.isEmpty() && heard.isPresent());
    }

    /// Keeps captions beside every lesson that showed the video in some revisions.
    ///
    /// @param bases ids of the revisions that the author looked at, with commas
    /// @return what came of it for each source, until one of them did not go; empty where no lesson shows the video
    List<PushAnswer> keep(School school, Hash video, String language, List<Cue> cues, String bases, String author)
            throws IOException {
        var sources = new LinkedHashMap<Revision, List<CaptionFile>>();
        for (var id : ids(bases)) {
            var base = revisions.get(school, id);
            var files = files(school, base, video, language).toList();
            if (!files.isEmpty()) sources.put(base, files);
        }
        var answers = new ArrayList<PushAnswer>();
        for (var source : sources.entrySet()) {
            var answer = edits.apply(school, edit(school, source.getKey(), source.getValue(), language, cues), author);
            answers.add(answer);
            if (!(answer instanceof PushAnswer.Committed)) break;
        }
        return answers;
    }

    private Edit edit(School school, Revision base, List<CaptionFile> files, String language, List<Cue> cues)
            throws IOException {
        var tree = new TreeMap<String, TreeFile>();
        for (var file : files) {
            var text = file.subRip() ? CaptionText.srt(cues) : CaptionText.vtt(cues);
            var blob = blobs.put(school, text.getBytes(UTF_8), "text/vtt");
            tree.put(file.path(), new TreeFile(blob.hash(), blob.size()));
        }
        return new Edit(base.sourcePath(), base.number(), tree,
                "Captions in " + language + " of " + files.getFirst().title());
    }

    private Stream<CaptionFile> files(School school, Revision revision, Hash video, String language) {
        return lessons(school, revision, video).map(lesson -> CaptionFile.of(revision, lesson, language));
    }

    private Stream<Version> lessons(School school, Revision revision, Hash video) {
        return versions.of(school, revision.id()).ofKind("lesson").stream()
                .filter(lesson -> VideoFiles.of(lesson).filter(file -> file.video().equals(video)).isPresent());
    }

    private static List<Long> ids(String bases) {
        return Arrays.stream(bases.split(",")).filter(id -> id.matches("\\d{1,18}")).limit(MOST_SOURCES)
                .map(Long::parseLong).distinct().toList();
    }
}
