package org.coursewright.enrolment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.coursewright.platform.EmailAddress;

/// Students as a CSV file lists them: a column with e-mail addresses, perhaps one with names. A header is understood,
/// and so are commas, semicolons and tabs, and what spreadsheets write: UTF-8, UTF-16 or Windows-1252.
///
/// @param faults what cannot be read; a list with faults enrols nobody
public record EnrolmentList(List<Entry> entries, List<Fault> faults) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Set<String> MAILS = Set.of("email", "e-mail", "mail", "address", "e-mail address",
            "email address");
    private static final Set<String> NAMES = Set.of("name", "full name", "student");

    /// One student.
    public record Entry(EmailAddress email, String name) {}

    /// A line that is wrong, and why.
    public record Fault(int line, String message) {}

    public static EnrolmentList parse(String text) {
        var entries = new ArrayList<Entry>();
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<EmailAddress>();
        int mail = 0;
        int name = 1;
        int number = 0;
        boolean first = true;
        for (var line : text.replace("\ufeff", "").split("\\R")) {
            number++;
            if (line.isBlank()) continue;
            var cells = cells(line);
            if (first) {
                first = false;
                var heads = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
                int mails = indexOf(heads, MAILS);
                int names = indexOf(heads, NAMES);
                if (mails < 0 && names >= 0)
                    return new EnrolmentList(List.of(), List.of(new Fault(
                            number, "No column is named 'email'. Name the one with the addresses so.")));
                if (mails >= 0) {
                    mail = mails;
                    name = names;
                    continue;
                }
            }
            var written = mail < cells.size() ? cells.get(mail) : "";
            var email = EmailAddress.find(written);
            if (email.isEmpty())
                faults.add(new Fault(number, "'" + written + "' is no e-mail address. Correct or delete the line."));
            else if (seen.add(email.get()))
                entries.add(new Entry(email.get(), name >= 0 && name < cells.size() ? cells.get(name) : ""));
        }
        return new EnrolmentList(entries, faults);
    }

    /// The text of a file: as it says itself, else UTF-8, else what old spreadsheets write.
    public static String text(byte[] file) {
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE)
            return new String(file, StandardCharsets.UTF_16LE);
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF)
            return new String(file, StandardCharsets.UTF_16BE);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException older) {
            return new String(file, WINDOWS);
        }
    }

    private static int indexOf(List<String> heads, Set<String> names) {
        for (int i = 0; i < heads.size(); i++)
            if (names.contains(heads.get(i))) return i;
        return -1;
    }

    /// Quotes hold separators; two of them are one.
    private static List<String> cells(String line) {
        char separator = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (letter == '"') quoted = !quoted;
            else if (letter == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else
                cell.append(letter);
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
