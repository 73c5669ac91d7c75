package com.skytill.vouchers.account;

import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.vouchers.identity.AccountReference;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Ends a data account for good. */
@Singleton
final class CancelDataAccount extends ChangeAccountStatus {

    CancelDataAccount(AccountStore store, Clock clock) {
        super(StatusChange.CANCEL, store, clock);
    }

    @Override
    public OperationDescription description() {
        return describe(
                "cancel_data_account",
                "Cancels a data account for good",
                "The next login is refused at once; sessions_disconnecting are told to end (RFC 5176), again and again until"
                        + " they have. Its static_ip is free for another account; its username stays taken.");
    }

    @Override
    public Parameters read(ParameterReader in) {
        var account = AccountReference.read(in);
        return new Parameters(account, reason(in).mandatory());
    }
}
