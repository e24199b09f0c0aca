package org.coursewright.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersonNameTest {

    @Test
    void namesOfAnyScriptAreTakenAsTheyAre() {
        for (var name : List.of("Mia Lang", "Łukasz O'Brien-Šimić", "Ελένη", "Наталія", "李小龍", "محمد علی",
                "Nguyễn Văn A"))
            assertThat(PersonName.of(name).map(PersonName::value)).as(name).hasValue(name);
    }

    @Test
    void spacesAreSingleAndLettersComposed() {
        assertThat(PersonName.of("  Jose\u0301 \u00a0 A\n B ").map(PersonName::value)).hasValue("Jos\u00e9 A B");
    }

    @Test
    void whatHidesOrTurnsTheLineIsNoName() {
        for (var wrong : List.of("", "A", "1234", "Mia\u202egnaL", "Mia\u0000", "\ue000\ue001", "http://a.example",
                "x".repeat(121)))
            assertThat(PersonName.of(wrong)).as(wrong).isEmpty();
    }
}
