package com.skytill.vouchers.radius;

/** What became of a login, with the words for the customer; the names are those of {@code radius_authorize}. */
enum LoginOutcome {
    ACCEPTED(""),
    UNKNOWN("We don't know this code. Please check it and try again."),
    WRONG_PASSWORD("The password does not fit. With a voucher, type its code, or leave the password empty."),
    EXPIRED("This voucher has expired."),
    USED_UP("This voucher is used up."),
    TOO_MANY_DEVICES("This voucher is in use on as many devices as it allows. Disconnect one first."),
    SUSPENDED("This account is suspended. Please contact us."),
    CANCELLED("This account is cancelled. Please contact us.");

    private final String message;

    LoginOutcome(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }
}
