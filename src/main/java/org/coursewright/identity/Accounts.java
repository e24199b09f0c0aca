package org.coursewright.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.coursewright.platform.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// People of the platform.
@Repository
public class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Account> find(EmailAddress email) {
        return jdbc.sql("select id, email, name, operator from account where email = :email")
                .param("email", email.value())
                .query(Accounts::read)
                .optional();
    }

    public Optional<Account> find(long id) {
        return jdbc.sql("select id, email, name, operator from account where id = :id")
                .param("id", id)
                .query(Accounts::read)
                .optional();
    }

    /// The account of an address, made where there is none.
    @Transactional
    public Account ensure(EmailAddress email) {
        jdbc.sql("insert into account (email) values (:email) on conflict (email) do nothing")
                .param("email", email.value())
                .update();
        return find(email).orElseThrow();
    }

    public void name(Account account, String name) {
        jdbc.sql("update account set name = :name where id = :account")
                .param("account", account.id())
                .param("name", name)
                .update();
    }

    public void makeOperator(Account account) {
        jdbc.sql("update account set operator = true where id = :account")
                .param("account", account.id())
                .update();
    }

    public boolean haveOperator() {
        return jdbc.sql("select exists (select from account where operator)")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getLong("id"),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                row.getBoolean("operator"));
    }
}
