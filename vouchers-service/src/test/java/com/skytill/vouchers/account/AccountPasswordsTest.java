package com.skytill.vouchers.account;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

@QuarkusTest
class AccountPasswordsTest {

    private static final String PASSWORD = "Zoë’s wăchtwoord 🔑 50%off";

    @Inject
    AccountPasswords passwords;

    @Test
    void sealedPasswordOpensToWhatItWas() {
        String sealed = passwords.seal(PASSWORD);
        assertFalse(sealed.contains("wăchtwoord"));
        assertNotEquals(sealed, passwords.seal(PASSWORD));
        assertEquals(PASSWORD, passwords.open(sealed));
    }

    @Test
    void digestTellsPasswordsApartToTheLetter() {
        assertEquals(passwords.mac(PASSWORD), passwords.mac(PASSWORD));
        assertNotEquals(passwords.mac(PASSWORD), passwords.mac(PASSWORD + " "));
        assertNotEquals(passwords.mac("secret"), passwords.mac("Secret"));
    }
}
