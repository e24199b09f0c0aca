package org.coursewright.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.coursewright.job.JobHandler;
import org.coursewright.job.JobKind;
import org.coursewright.job.Jobs;
import org.coursewright.job.Lane;
import org.coursewright.platform.EmailAddress;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Mail is a row in the transaction that wants it sent; a job delivers it afterwards.
@Repository
public class Outbox implements JobHandler<Outbox.Delivery> {

    /// About an hour and a half: long enough for a mail server that restarts, or makes strangers wait (greylisting).
    private static final int ATTEMPTS = 16;
    private static final JobKind<Delivery> DELIVERY = new JobKind<>("mail", Delivery.class, Lane.SHORT, ATTEMPTS);

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Mailbox mailbox;

    Outbox(JdbcClient jdbc, Jobs jobs, Mailbox mailbox) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.mailbox = mailbox;
    }

    /// @param school null for mail of the platform
    @Transactional
    public void send(@Nullable School school, Mail mail) {
        long id = jdbc.sql("""
                        insert into mail (school_id, recipient, sender, subject, plain, html)
                        values (:school, :recipient, :sender, :subject, :plain, :html)
                        returning id
                        """)
                .param("school", school == null ? null : school.id())
                .param("recipient", mail.recipient().value())
                .param("sender", mail.sender())
                .param("subject", mail.subject())
                .param("plain", mail.plain())
                .param("html", mail.html())
                .query((row, _) -> row.getLong("id"))
                .single();
        jobs.enqueue(DELIVERY, Long.toString(id), new Delivery(id));
    }

    /// The newest first.
    public List<SentMail> latest(int limit) {
        return jdbc.sql("""
                        select id, school_id, recipient, subject, plain, state, reason, created_at
                        from mail
                        order by created_at desc, id desc
                        limit :limit
                        """)
                .param("limit", limit)
                .query(Outbox::readSent)
                .list();
    }

    public Optional<SentMail> find(long id) {
        return jdbc.sql("""
                        select id, school_id, recipient, subject, plain, state, reason, created_at
                        from mail
                        where id = :id
                        """)
                .param("id", id)
                .query(Outbox::readSent)
                .optional();
    }

    @Override
    public JobKind<Delivery> kind() {
        return DELIVERY;
    }

    @Override
    public void run(Delivery delivery) throws Exception {
        var mail = jdbc.sql("""
                        select recipient, sender, subject, plain, html
                        from mail
                        where id = :id and state <> 'sent'
                        """)
                .param("id", delivery.id())
                .query(Outbox::read)
                .optional();
        if (mail.isEmpty()) return;
        mailbox.deliver(delivery.id(), mail.get());
        mark(delivery, "sent", "");
    }

    @Override
    public void failed(Delivery delivery, String reason) {
        mark(delivery, "failed", reason);
    }

    private void mark(Delivery delivery, String state, String reason) {
        jdbc.sql("""
                        update mail
                        set state = :state, reason = :reason, sent_at = case when :state = 'sent' then db_now() end
                        where id = :id
                        """)
                .param("id", delivery.id())
                .param("state", state)
                .param("reason", reason)
                .update();
    }

    private static Mail read(ResultSet row, int number) throws SQLException {
        return new Mail(
                new EmailAddress(row.getString("recipient")),
                row.getString("sender"),
                row.getString("subject"),
                row.getString("plain"),
                row.getString("html"));
    }

    private static SentMail readSent(ResultSet row, int number) throws SQLException {
        long school = row.getLong("school_id");
        return new SentMail(
                row.getLong("id"),
                row.wasNull() ? null : school,
                new EmailAddress(row.getString("recipient")),
                row.getString("subject"),
                row.getString("plain"),
                row.getString("state"),
                row.getString("reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /// Delivers one mail.
    public record Delivery(long id) {}
}
