package com.skytill.vouchers.account;

/** Whether an account may log in, as staff say it; nothing leaves {@code CANCELLED}. */
public enum AccountStatus {
    ACTIVE,
    SUSPENDED,
    CANCELLED
}
