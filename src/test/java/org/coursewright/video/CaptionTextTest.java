package org.coursewright.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaptionTextTest {

    @Test
    void webVttIsReadWithoutItsMarkup() {
        var read = CaptionText.read("""
                WEBVTT - made by hand

                STYLE
                ::cue { background: url(https://example.org) }

                NOTE for later

                1
                00:01.500 --> 00:00:04.000 align:start evil:javascript position:10%
                <v Ada>An <b>identity</b> policy &lt;says&gt;
                <c.loud>what</c> this person may do.

                01:02:07.000 --> 01:02:08.000
                <img src=x onerror=alert(1)>Later.
                """);
        assertThat(read.flaws()).isEmpty();
        assertThat(read.cues()).containsExactly(
                new Cue(1500, 4000, "Ada: An identity policy <says>\nwhat this person may do.",
                        "align:start position:10%"),
                new Cue(3_727_000, 3_728_000, "Later.", ""));
        assertThat(read.cues().getLast().clock()).isEqualTo("1:02:07");
    }

    /// The database keeps no NUL, and a terminal or a page should get none.
    @Test
    void controlCharactersAreReadAsTheSignForWhatCannotBeRead() {
        var read = CaptionText.read("WEBVTT\n\n00:01.000 --> 00:02.000\nA\u0000B\u001b[2J\tC\u007f\n");
        assertThat(read.cues()).extracting(Cue::text).containsExactly("A\uFFFDB\uFFFD[2J\tC\uFFFD");
    }

    @Test
    void whatIsWrittenCanBeReadAndCarriesNoMarkup() {
        var cues = CaptionText.read("WEBVTT\n\n00:01.000 --> 00:02.000\n1 &lt; 2 &amp;&amp; a --&gt; b\n").cues();
        var vtt = CaptionText.vtt(cues);
        assertThat(vtt).isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n1 &lt; 2 &amp;&amp; a --&gt; b\n");
        assertThat(CaptionText.read(vtt).cues()).isEqualTo(cues);
    }

    @Test
    void subRipIsReadTheSameWay() {
        var read = CaptionText.read(
                "\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Hello</i> {\\an8}there\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nBye\r\n");
        assertThat(read.cues()).extracting(Cue::text).containsExactly("Hello there", "Bye");
    }

    @Test
    void flawsNameTheirLineAndTheRestIsKept() {
        var read = CaptionText.read(
                "WEBVTT\n\n00:05.000 --> 00:04.000\nbackwards\n\n00:xx --> 00:04.000\nbroken\n\n00:05.000 --> 00:06.000\ngood\n");
        assertThat(read.flaws()).containsExactly(new CaptionText.Flaw(3, "video.caption.order"),
                new CaptionText.Flaw(6, "video.caption.time"));
        assertThat(read.cues()).hasSize(1);
    }

    @Test
    void aFileWithoutCuesOrInAnotherEncodingIsFlawed() {
        assertThat(CaptionText.read("just words").flaws())
                .containsExactly(new CaptionText.Flaw(1, "video.caption.no-cues"));
        assertThat(CaptionText.read(new byte[]{(byte) 0xff, (byte) 0xfe, 0}).flaws())
                .containsExactly(new CaptionText.Flaw(1, "video.caption.not-utf-8"));
    }
}
