package com.skytill.vouchers.account;

import com.skytill.platform.operation.OperationDescription;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Suspends a data account: it can't log in until it is resumed. */
@Singleton
final class SuspendDataAccount extends ChangeAccountStatus {

    SuspendDataAccount(AccountStore store, Clock clock) {
        super(StatusChange.SUSPEND, store, clock);
    }

    @Override
    public OperationDescription description() {
        return describe(
                "suspend_data_account",
                "Suspends a data account",
                "The next login is refused at once; sessions_disconnecting are told to end (RFC 5176), again and again until"
                        + " they have. Only an active account can be suspended.");
    }
}
