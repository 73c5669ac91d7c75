package com.skytill.vouchers.radius;

import com.skytill.testing.nas.FreeRadius;
import com.skytill.testing.nas.RadClient;
import com.skytill.testing.nas.RadReply;
import com.skytill.vouchers.VouchersTestResource;
import com.skytill.vouchers.account.TestAccounts;
import com.skytill.vouchers.account.TestAccounts.Account;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A data account's password through a real FreeRADIUS, by every protocol that it and this service compare. */
@QuarkusTest
class AccountProtocolsTest {

    private static final String WRONG = "corr3ct horse";

    @Inject
    TestAccounts accounts;

    private FreeRadius server;
    private RadClient router;

    @BeforeEach
    void start() {
        server = FreeRadius.start("http://127.0.0.1:" + RestAssured.port, VouchersTestResource.API_TOKEN);
        router = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eachProtocolLetsInWithThePasswordAndNotWithAnother() {
        var account = accounts.account(Map.of());
        String user = account.username();
        assertTrue(router.pap(user, TestAccounts.PASSWORD, device()).accepted());
        assertTrue(router.chap(user, TestAccounts.PASSWORD, device()).accepted());
        assertTrue(router.msChap(user, TestAccounts.PASSWORD, device()).accepted());
        var second = msChapV2(user, TestAccounts.PASSWORD);
        assertTrue(second.accepted(), second::toString);
        assertTrue(second.attributes().containsKey("MS-CHAP2-Success"), "FreeRADIUS found the same: " + second);
        long claims = claims(account);
        assertTrue(router.pap(user, WRONG, device()).rejected());
        assertTrue(router.chap(user, WRONG, device()).rejected());
        assertTrue(router.msChap(user, WRONG, device()).rejected());
        assertTrue(msChapV2(user, WRONG).rejected());
        assertEquals(claims, claims(account), "a wrong password claims nothing");
    }

    @Test
    void passwordOfAnyLettersFits() {
        var account = accounts.account(Map.of());
        for (String password : new String[] {"50%off %{User-Name}", "Grüße, 世界 ✓", "\"quoted\" 'and' $1", " spaced "}) {
            accounts.password(account, password);
            assertTrue(router.pap(account.username(), password, device()).accepted(), password);
            assertTrue(msChapV2(account.username(), password).accepted(), password);
        }
        // radclient reads no backslash as it is: this protocol carries none of the password.
        String backslashes = "C:\\new\\tab \\\\ \\101";
        accounts.password(account, backslashes);
        assertTrue(msChapV2(account.username(), backslashes).accepted());
    }

    private long claims(Account account) {
        return accounts.number("select count(*) from radius_sessions where identity_id = $1", Tuple.of(account.id()));
    }

    /** radclient can't make these by itself: RFC 2759 §8, sent as RFC 2548 §2.3 has them. */
    private RadReply msChapV2(String user, String password) {
        byte[] challenge = new byte[16];
        byte[] response = new byte[50];
        new SecureRandom().nextBytes(challenge);
        byte[] peer = new byte[16];
        new SecureRandom().nextBytes(peer);
        System.arraycopy(peer, 0, response, 2, 16);
        byte[] answer = MsChap.answer(MsChap.challengeHash(peer, challenge, user), password);
        System.arraycopy(answer, 0, response, 26, 24);
        var attributes = new HashMap<>(device());
        attributes.put("User-Name", user);
        attributes.put(
                "MS-CHAP-Challenge", new RadClient.Word("0x" + HexFormat.of().formatHex(challenge)));
        attributes.put(
                "MS-CHAP2-Response", new RadClient.Word("0x" + HexFormat.of().formatHex(response)));
        return router.authenticate(attributes);
    }

    private static Map<String, Object> device() {
        return Map.of("Calling-Station-Id", "02-50-00-00-00-01", "NAS-Identifier", "protocols");
    }
}
