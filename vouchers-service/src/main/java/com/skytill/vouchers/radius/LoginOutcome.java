package com.skytill.vouchers.radius;

/** What became of a login, with the words for the customer; the names are those of {@code radius_login}. */
enum LoginOutcome {
    ACCEPTED(""),
    /** The password is to be compared here: not an end. */
    VERIFY(""),
    UNKNOWN("We don't know this code or user name. Please check it and try again."),
    WRONG_PASSWORD("The password does not fit. With a voucher, type its code, or leave the password empty."),
    EXPIRED("This voucher has expired."),
    USED_UP("This voucher is used up."),
    CAP_REACHED("This month's data are used up. Buy a top-up to go on."),
    NO_DATA("There are no data on this account. Buy some to go on."),
    TOO_MANY_DEVICES("This login is in use on as many devices as it allows. Disconnect one first."),
    SUSPENDED("This account is suspended. Please contact us."),
    CANCELLED("This account is cancelled. Please contact us."),
    NO_TERMS("This account can't be used now. Please contact us.");

    private final String message;

    LoginOutcome(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }
}
