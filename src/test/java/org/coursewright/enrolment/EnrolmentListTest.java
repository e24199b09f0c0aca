package org.coursewright.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coursewright.platform.EmailAddress;
import org.junit.jupiter.api.Test;

class EnrolmentListTest {

    @Test
    void aPlainListOfAddressesIsEnough() {
        var list = EnrolmentList.parse("ada@example.org\n\nBob@Example.org\nada@example.org\n");
        assertThat(list.faults()).isEmpty();
        assertThat(list.entries()).extracting(EnrolmentList.Entry::email)
                .containsExactly(new EmailAddress("ada@example.org"), new EmailAddress("bob@example.org"));
    }

    @Test
    void aHeaderNamesTheColumns() {
        var list = EnrolmentList.parse("\ufeffName;E-mail\r\n\"Meyer; Ada \"\"A\"\"\";ada@example.org\r\n");
        assertThat(list.entries())
                .containsExactly(new EnrolmentList.Entry(new EmailAddress("ada@example.org"), "Meyer; Ada \"A\""));
    }

    @Test
    void aHeaderMayStandBelowEmptyLines() {
        assertThat(EnrolmentList.parse("\n\nemail,name\nada@example.org,Ada\n").entries())
                .containsExactly(new EnrolmentList.Entry(new EmailAddress("ada@example.org"), "Ada"));
    }

    @Test
    void aSpreadsheetMayWriteAnyOfItsEncodings() {
        var text = "E-mail;Name\r\njose@example.org;José\r\n";
        var expected = new EnrolmentList.Entry(new EmailAddress("jose@example.org"), "José");
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16))
            assertThat(EnrolmentList.parse(EnrolmentList.text(text.getBytes(charset))).entries()).as("%s", charset)
                    .containsExactly(expected);
        assertThat(EnrolmentList.parse(EnrolmentList.text(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)))
                .entries())
                .containsExactly(expected);
    }

    @Test
    void aWrongLineIsNamed() {
        var list = EnrolmentList.parse("email,name\nada@example.org,Ada\nnobody,Bob\n");
        assertThat(list.faults()).containsExactly(new EnrolmentList.Fault(
                3, "'nobody' is no e-mail address. Correct or delete the line."));
        assertThat(EnrolmentList.parse("name,phone\nAda,12").faults()).containsExactly(new EnrolmentList.Fault(
                1, "No column is named 'email'. Name the one with the addresses so."));
        assertThat(EnrolmentList.parse("nobody, Bob\nada@example.org").faults())
                .containsExactly(new EnrolmentList.Fault(
                        1, "'nobody' is no e-mail address. Correct or delete the line."));
    }
}
