package com.skytill.vouchers.radius;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The examples of the RFCs. */
class MsChapTest {

    private static final byte[] AUTHENTICATOR = hex("5B5D7C7D7B3F2F3E3C2C602132262628");
    private static final byte[] PEER = hex("21402324255E262A28295F2B3A337C7E");
    private static final byte[] NT_RESPONSE = hex("82309ECD8D708B5EA08FAA3981CD83544233114A3D85D6DF");

    @ParameterizedTest
    @CsvSource({
        "'', 31d6cfe0d16ae931b73c59d7e0c089c0",
        "a, bde52cb31de33e46245e05fbdbd6fb24",
        "abc, a448017aaf21d8525fc10ae87aa6729d",
        "message digest, d9130a8164549fe818874806e1c7014b",
        "abcdefghijklmnopqrstuvwxyz, d79e1c308aa5bbcdeea8ed63df412da9",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789, 043f8582f241db351ce627e153e7f0e4",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890,"
                + " e33b4ddc9c38f2199c3e7b164fcc0536"
    })
    void md4IsThatOfRfc1320(String message, String digest) {
        assertEquals(digest, HexFormat.of().formatHex(Md4.digest(message.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void challengeAndResponseAreThoseOfRfc2759() {
        byte[] challenge = MsChap.challengeHash(PEER, AUTHENTICATOR, "User");
        assertArrayEquals(hex("D02E4386BCE91226"), challenge);
        assertArrayEquals(NT_RESPONSE, MsChap.answer(challenge, "clientPass"));
    }

    @Test
    void secondVersionFitsOnlyItsPasswordAndUser() {
        byte[] response = new byte[50];
        System.arraycopy(PEER, 0, response, 2, 16);
        System.arraycopy(NT_RESPONSE, 0, response, 26, 24);
        assertTrue(MsChap.fitsV2(response, AUTHENTICATOR, "User", "clientPass"));
        assertTrue(MsChap.fitsV2(response, AUTHENTICATOR, "BIGCO\\User", "clientPass"));
        assertFalse(MsChap.fitsV2(response, AUTHENTICATOR, "User", "clientpass"));
        assertFalse(MsChap.fitsV2(response, AUTHENTICATOR, "user", "clientPass"));
        assertFalse(MsChap.fitsV2(new byte[49], AUTHENTICATOR, "User", "clientPass"));
        assertFalse(MsChap.fitsV2(response, new byte[8], "User", "clientPass"));
    }

    @Test
    void firstVersionFitsOnlyItsPassword() {
        byte[] challenge = hex("102DB5DF085D3041");
        byte[] response = new byte[50];
        System.arraycopy(hex("4E9D3C8F9CFD385D5BF4D3246791956CA4C351AB409A3D61"), 0, response, 26, 24);
        assertTrue(MsChap.fits(response, challenge, "MyPw"));
        assertFalse(MsChap.fits(response, challenge, "MyPW"));
        assertFalse(MsChap.fits(new byte[0], challenge, "MyPw"));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
