package com.skytill.vouchers.session;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SessionKeysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"02-00-5e-00-53-AF", "02:00:5E:00:53:af", "0200.5e00.53af", " 02005E0053AF ", "02 00 5e 00 53 af"
            })
    void deviceIsOneHoweverItIsWritten(String written) {
        assertEquals("02005E0053AF", SessionKeys.device(written));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8::7, 2001:db8:0:0:0:0:0:7",
        "2001:DB8:0::7, 2001:db8:0:0:0:0:0:7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "::, 0:0:0:0:0:0:0:0"
    })
    void addressIsOneHoweverItIsWritten(String written, String kept) {
        assertEquals(Optional.of(kept), SessionKeys.address(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.5",
                "192.0.2.256",
                "192.0.2.7 ",
                "1",
                "0x7f.1",
                "fe80::1%eth0",
                ":",
                "1:2",
                "::1::",
                "host",
                "[::1]"
            })
    void whatIsNoAddressIsNone(String written) {
        assertEquals(Optional.empty(), SessionKeys.address(written));
    }
}
