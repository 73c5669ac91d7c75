package com.skytill.vouchers.account;

import com.skytill.platform.operation.OperationDescription;

import jakarta.inject.Singleton;

import java.time.Clock;

/** Lets a suspended data account log in again. */
@Singleton
final class ResumeDataAccount extends ChangeAccountStatus {

    ResumeDataAccount(AccountStore store, Clock clock) {
        super(StatusChange.RESUME, store, clock);
    }

    @Override
    public OperationDescription description() {
        return describe(
                "resume_data_account",
                "Resumes a suspended data account",
                "It can log in again, unless its customer is suspended. Only a suspended account can be resumed.");
    }
}
