package com.skytill.testing.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** The key that signs the tests' tokens; kept in system properties because Quarkus loads classes more than once. */
final class TestKey {

    static final String ID = "test";
    private static final String PRIVATE = "skytill.test.token.private";
    private static final String PUBLIC = "skytill.test.token.public";

    private TestKey() {}

    static synchronized PrivateKey privateKey() {
        try {
            generate();
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE));
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The JWK set (RFC 7517) that the service under test verifies with. */
    static synchronized String jwks() {
        generate();
        return "{\"keys\":[" + System.getProperty(PUBLIC) + "]}";
    }

    private static void generate() {
        if (System.getProperty(PRIVATE) != null) {
            return;
        }
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            System.setProperty(
                    PUBLIC,
                    "{\"kty\":\"EC\",\"crv\":\"P-256\",\"alg\":\"ES256\",\"use\":\"sig\",\"kid\":\"" + ID
                            + "\",\"x\":\""
                            + coordinate(point.getAffineX().toByteArray()) + "\",\"y\":\""
                            + coordinate(point.getAffineY().toByteArray()) + "\"}");
            System.setProperty(
                    PRIVATE,
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String coordinate(byte[] number) {
        byte[] fixed = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, fixed, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(fixed, 32));
    }
}
