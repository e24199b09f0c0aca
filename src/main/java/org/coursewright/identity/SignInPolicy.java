package org.coursewright.identity;

import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Settings;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may sign in: everybody at a school, on the platform those with an account, or all where sign-up is open.
@Component
class SignInPolicy {

    private final Accounts accounts;
    private final boolean open;

    SignInPolicy(Accounts accounts, IdentitySettings settings, Settings installation) {
        this.accounts = accounts;
        this.open = settings.signUp() || installation.demo();
    }

    /// Whether a first sign-in opens an account.
    boolean isOpen(@Nullable School school) {
        return school != null || open;
    }

    boolean maySignIn(@Nullable School school, EmailAddress email) {
        return isOpen(school) || accounts.find(email).isPresent();
    }
}
