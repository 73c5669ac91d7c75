package com.skytill.vouchers.radius;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The digest of RFC 1320, which MS-CHAP is made of and no Java has any more. Good for nothing else. */
final class Md4 {

    private static final int BLOCK_BYTES = 64;
    private static final int[][] ROTATIONS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};
    private static final int[][] ORDERS = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15},
        {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15}
    };
    private static final int[] CONSTANTS = {0, 0x5a827999, 0x6ed9eba1};

    private Md4() {}

    /** 16 bytes. */
    static byte[] digest(byte[] message) {
        var words = padded(message);
        int[] state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
        while (words.hasRemaining()) {
            int[] block = new int[16];
            for (int i = 0; i < block.length; i++) {
                block[i] = words.getInt();
            }
            mix(state, block);
        }
        var digest = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : state) {
            digest.putInt(word);
        }
        return digest.array();
    }

    /** RFC 1320 §3.1 and §3.2: a one bit, zeros, and the length in bits. */
    private static ByteBuffer padded(byte[] message) {
        int blocks = (message.length + 8) / BLOCK_BYTES + 1;
        return ByteBuffer.allocate(blocks * BLOCK_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(message)
                .put((byte) 0x80)
                .putLong(blocks * BLOCK_BYTES - 8, message.length * 8L)
                .rewind();
    }

    private static void mix(int[] state, int[] block) {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        for (int round = 0; round < 3; round++) {
            for (int step = 0; step < 16; step++) {
                int sum = a + choice(round, b, c, d) + block[ORDERS[round][step]] + CONSTANTS[round];
                a = d;
                d = c;
                c = b;
                b = Integer.rotateLeft(sum, ROTATIONS[round][step % 4]);
            }
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }

    private static int choice(int round, int x, int y, int z) {
        return switch (round) {
            case 0 -> (x & y) | (~x & z);
            case 1 -> (x & y) | (x & z) | (y & z);
            default -> x ^ y ^ z;
        };
    }
}
