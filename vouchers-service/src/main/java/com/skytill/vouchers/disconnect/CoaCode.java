package com.skytill.vouchers.disconnect;

/** The requests of RFC 5176 with the codes of their answers. */
enum CoaCode {
    DISCONNECT(40),
    COA(43);

    private final int request;

    CoaCode(int request) {
        this.request = request;
    }

    int request() {
        return request;
    }

    int ack() {
        return request + 1;
    }

    int nak() {
        return request + 2;
    }
}
