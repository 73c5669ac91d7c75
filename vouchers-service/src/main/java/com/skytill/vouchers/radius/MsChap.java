package com.skytill.vouchers.radius;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * MS-CHAP (RFC 2433) and MS-CHAPv2 (RFC 2759) as RADIUS carries them (RFC 2548 §2.1, §2.3). FreeRADIUS compares too and answers the
 * client; here it is decided before a device's place is claimed.
 */
final class MsChap {

    private static final int RESPONSE_BYTES = 50;
    private static final int NT_RESPONSE_BYTES = 24;
    private static final int PEER_CHALLENGE = 2;
    private static final int NT_RESPONSE = 26;
    private static final int V2_CHALLENGE_BYTES = 16;
    private static final int V1_CHALLENGE_BYTES = 8;

    private MsChap() {}

    /** Whether that MS-CHAP-Response to that challenge was made with the password; its LM form is not taken. */
    static boolean fits(byte[] response, byte[] challenge, String password) {
        return response.length == RESPONSE_BYTES
                && challenge.length == V1_CHALLENGE_BYTES
                && MessageDigest.isEqual(ntResponse(response), answer(challenge, password));
    }

    /** Whether that MS-CHAP2-Response to that challenge was made with the user name (without its domain) and password. */
    static boolean fitsV2(byte[] response, byte[] challenge, String userName, String password) {
        if (response.length != RESPONSE_BYTES || challenge.length != V2_CHALLENGE_BYTES) {
            return false;
        }
        byte[] peer = Arrays.copyOfRange(response, PEER_CHALLENGE, PEER_CHALLENGE + V2_CHALLENGE_BYTES);
        byte[] hash = challengeHash(peer, challenge, userName.substring(userName.lastIndexOf('\\') + 1));
        return MessageDigest.isEqual(ntResponse(response), answer(hash, password));
    }

    private static byte[] ntResponse(byte[] response) {
        return Arrays.copyOfRange(response, NT_RESPONSE, NT_RESPONSE + NT_RESPONSE_BYTES);
    }

    /** RFC 2759 §8.2. */
    static byte[] challengeHash(byte[] peer, byte[] authenticator, String userName) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(peer);
            digest.update(authenticator);
            digest.update(userName.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(), V1_CHALLENGE_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("SHA-1 is part of every Java", missing);
        }
    }

    /** RFC 2759 §8.3 and §8.5: the challenge enciphered by DES with the three thirds of the password's hash. */
    static byte[] answer(byte[] challenge, String password) {
        byte[] hash = Arrays.copyOf(Md4.digest(password.getBytes(StandardCharsets.UTF_16LE)), 21);
        byte[] answer = new byte[NT_RESPONSE_BYTES];
        for (int third = 0; third < 3; third++) {
            byte[] block = des(Arrays.copyOfRange(hash, third * 7, third * 7 + 7), challenge);
            System.arraycopy(block, 0, answer, third * 8, 8);
        }
        return answer;
    }

    private static byte[] des(byte[] key, byte[] block) {
        try {
            var cipher = Cipher.getInstance("DES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(spread(key), "DES"));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("DES is part of every Java", missing);
        }
    }

    /** 56 bits, seven to a byte: the eighth is parity, which DES does not look at. */
    private static byte[] spread(byte[] key) {
        long bits = 0;
        for (byte part : key) {
            bits = (bits << 8) | (part & 0xFF);
        }
        byte[] spread = new byte[8];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = (byte) ((bits >>> (49 - 7 * i)) << 1);
        }
        return spread;
    }
}
