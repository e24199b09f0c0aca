package org.coursewright.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aWrongLineIsNamed() {
        var list = EnrolmentList.parse("email,name\nada@example.org,Ada\nnobody,Bob\n");
        assertThat(list.faults()).containsExactly(new EnrolmentList.Fault(
                3, "'nobody' is no e-mail address. Correct or delete the line."));
        assertThat(EnrolmentList.parse("first,last\nAda,Meyer").faults()).hasSize(1);
    }
}
