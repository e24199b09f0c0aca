package org.coursewright.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessageTextTest {

    @Test
    void itSaysWhatTheFormatOfJavaSays() {
        for (var pattern : new String[]{
                "Plain", "{0} of {1} done", "{0,choice,0#none|1#one lesson|1<{0} lessons} in {1}", "{1}{0}"})
            for (long count : new long[]{0, 1, 2, 999, 1000, 1_234_567})
                assertThat(MessageText.of(pattern).with(count, "ada")).isEqualTo(
                        new MessageFormat(pattern, Locale.ENGLISH).format(new Object[]{count, "ada"}));
    }

    @Test
    void everyMessageCanBeRead() {
        assertThat(Messages.all().values()).allSatisfy(pattern -> assertThat(MessageText.of(pattern)).isNotNull());
    }

    @Test
    void anApostropheIsOneAndAWrongPatternIsRefused() {
        assertThat(MessageText.of("it's {0}").with("time")).isEqualTo("it's time");
        assertThatThrownBy(() -> MessageText.of("{0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MessageText.of("{0,date}")).isInstanceOf(IllegalArgumentException.class);
    }
}
