package com.skytill.vouchers.voucher;

import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Makes voucher codes that can't be guessed. */
@Singleton
public final class CodeGenerator {

    /** What a code may begin with; a dash in front would make a spreadsheet take it for a formula. */
    public static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,11}");

    /** {@link #PREFIX} in words. */
    public static final String PREFIX_RULE = "must be at most 12 letters, digits and dashes, no dash first";

    private static final double LEAST_BITS = 40;
    private static final int MOST_CHARACTERS = 40;

    private final CodeConfig config;
    private final SecureRandom random;

    CodeGenerator(CodeConfig config, SecureRandom random) {
        this.config = config;
        this.random = random;
        double bits = config.length() * Math.log(VoucherCode.ALPHABET.length()) / Math.log(2);
        if (bits < LEAST_BITS || config.length() > MOST_CHARACTERS || config.group() < 0) {
            throw new IllegalArgumentException(
                    "skytill.voucher-code.length must be 9 to 40, skytill.voucher-code.group 0 or"
                            + " more: a code of less than 40 bits can be guessed");
        }
        if (config.prefix().filter(prefix -> !PREFIX.matcher(prefix).matches()).isPresent()) {
            throw new IllegalArgumentException("skytill.voucher-code.prefix " + PREFIX_RULE);
        }
    }

    /** A new code, in groups. */
    VoucherCode next() {
        return next(1, null).getFirst();
    }

    /**
     * So many new codes, in groups. A hundred thousand take a moment: not on the event loop.
     *
     * @param prefix what they begin with instead of the configured prefix; null for that one
     */
    public List<VoucherCode> next(int count, String prefix) {
        String start = start(prefix == null ? config.prefix().orElse("") : prefix);
        var characters = new RandomCharacters(random, count * config.length());
        return IntStream.range(0, count)
                .mapToObj(ignored -> new VoucherCode(code(start, characters)))
                .toList();
    }

    private String code(String start, RandomCharacters characters) {
        var shown = new StringBuilder(start);
        for (int i = 0; i < config.length(); i++) {
            if (config.group() > 0 && i > 0 && i % config.group() == 0) {
                shown.append('-');
            }
            shown.append(characters.next());
        }
        return shown.toString();
    }

    private static String start(String prefix) {
        return prefix.isEmpty() || prefix.endsWith("-") ? prefix : prefix + "-";
    }
}
