package com.skytill.gateway.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** What the cache knows a token by: its SHA-256, so that no dump of the memory gives away a token of the last seconds. */
final class TokenKey {

    private final byte[] digest;
    private final int hash;

    private TokenKey(byte[] digest) {
        this.digest = digest;
        // The digest's own first bits: nobody can choose tokens that collide.
        this.hash = digest[0] << 24 | (digest[1] & 0xff) << 16 | (digest[2] & 0xff) << 8 | (digest[3] & 0xff);
    }

    static TokenKey of(OpaqueToken token) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return new TokenKey(sha256.digest(token.value().getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenKey key && Arrays.equals(digest, key.digest);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return "TokenKey[…]";
    }
}
