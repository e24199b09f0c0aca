package org.coursewright.video.ffmpeg;

import java.util.List;

/// What one run of the encoder makes of a source: one process and one decode for all of it.
///
/// @param rungs the pictures, best first; none for the sound alone
/// @param sound whether it makes the sound, where the source has one
/// @param storyboard whether it makes the small pictures, where the source has a picture
/// @param aligned key frames where the source has them, so that its own picture may stand beside these
public record Pass(List<Rung> rungs, boolean sound, boolean storyboard, boolean aligned) {

    public Pass {
        rungs = List.copyOf(rungs);
    }

    /// All at once.
    public static Pass whole(Source source) {
        return new Pass(rungs(source), true, true, false);
    }

    /// The smallest picture, so that people can watch while the others are made.
    public static Pass first(Source source) {
        var all = rungs(source);
        return new Pass(all.subList(Math.max(0, all.size() - 1), all.size()), true, true, false);
    }

    /// What [#first] left.
    public static Pass rest(Source source) {
        var all = rungs(source);
        return new Pass(all.subList(0, Math.max(0, all.size() - 1)), false, false, false);
    }

    /// What goes beside the source's own picture, and beside its own sound unless that is to be made, too.
    public static Pass beside(Source source, boolean sound) {
        var picture = source.picture();
        return new Pass(picture == null ? List.of() : Rung.below(picture), sound, true, true);
    }

    private static List<Rung> rungs(Source source) {
        return source.picture() == null ? List.of() : Rung.of(source.picture());
    }

    /// Whether there is anything to do for it.
    boolean idle(Source source) {
        return rungs.isEmpty() && !(sound && source.sound() != null) && !(storyboard && source.picture() != null);
    }
}
