package com.skytill.auth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** The signed tokens that services believe, and those they don't. */
@QuarkusTest
class SignedTokensTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void badTokenIsRefused(String what, String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/get_oauth_user_details")
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid_token"));
    }

    static Stream<String[]> bad() throws Exception {
        String good = TestToken.administrator().sign();
        String[] parts = good.split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String other = payload.replace("\"thandi\"", "\"admin\"");
        return Stream.of(
                new String[] {"another payload", parts[0] + "." + encode(other) + "." + parts[2]},
                new String[] {"another signature", parts[0] + "." + parts[1] + "." + flipped(parts[2])},
                new String[] {"no signature", parts[0] + "." + parts[1] + "."},
                new String[] {"alg none", encode("{\"alg\":\"none\"}") + "." + parts[1] + "."},
                new String[] {"alg none, signed", encode("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]},
                new String[] {"unknown kid", signed(payload, "unknown", null)},
                new String[] {"known kid, another key", signed(payload, kid(good), null)},
                new String[] {"HS256 by the public key", signed(payload, kid(good), publicKey())},
                new String[] {"expired", TestToken.administrator().expired().sign()},
                new String[] {
                    "another issuer",
                    TestToken.administrator().from("http://evil.example").sign()
                },
                new String[] {
                    "another audience", TestToken.administrator().to("first").sign()
                },
                new String[] {"no JWT", "sk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"},
                new String[] {"oversized", good + "A".repeat(6000)});
    }

    private static String kid(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    /** What a service that took a public key for a shared one would believe. */
    private static byte[] publicKey() {
        return "-----BEGIN PUBLIC KEY-----anything of at least 256 bits".getBytes(StandardCharsets.US_ASCII);
    }

    private static String signed(String payload, String kid, byte[] shared) throws Exception {
        var algorithm = shared == null ? JWSAlgorithm.ES256 : JWSAlgorithm.HS256;
        var jws = new com.nimbusds.jose.JWSObject(
                new JWSHeader.Builder(algorithm).keyID(kid).build(), new com.nimbusds.jose.Payload(payload));
        jws.sign(shared == null ? new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()) : new MACSigner(shared));
        return jws.serialize();
    }

    private static String flipped(String signature) {
        char first = signature.charAt(0);
        return (first == 'A' ? 'B' : 'A') + signature.substring(1);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
