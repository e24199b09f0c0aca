package org.coursewright.video.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Writes down what is said: the door to recognisers of speech.
public interface Transcriber {

    /// Why it cannot work on this machine, and what to do about it; empty as far as nothing is seen to be wrong.
    Optional<String> fault();

    /// @param piece WAV: one channel, 16,000 numbers of 16 bits a second, at most ten minutes
    /// @param language BCP 47
    /// @param folder to work in; removed later
    /// @param goOn asked now and then; what comes after it said false does not matter
    /// @return in order, with times from the start of the piece
    /// @throws NoTranscript when it is of no use to try again
    /// @throws IOException when it may be
    List<Utterance> transcribe(Path piece, String language, Path folder, BooleanSupplier goOn)
            throws NoTranscript, IOException, InterruptedException;
}
